package example.downloader;

import java.net.URI;
import java.util.Optional;

/**
 * One file to fetch.
 *
 * @param address what was asked for, as it was written
 * @param uri the address to connect to; empty when the address is none
 * @param name the file's final name within the target folder, unique in one run
 * @param sha256 the checksum that the file must have, 64 lower case hexadecimal digits; empty when
 *     nobody gave one
 */
record Download(String address, Optional<URI> uri, String name, Optional<String> sha256) {}
