/** A module that asks for nothing but java.base. */
module modular {}
