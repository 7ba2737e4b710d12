/**
 * The version of what decides how a file is counted: the reader, the directory of ISPs and the catalogue
 * of rules. Raise it by one with every change to them that gives a file other figures; files that come
 * again are then counted again, although their content is the same.
 */
export const COUNTING_VERSION = 1;
