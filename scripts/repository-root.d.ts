// REPOSITORY_ROOT: the absolute path of this repository, put in place of the name by bundle.mjs.

declare const REPOSITORY_ROOT: string;
