/** Injection token of the place where the bytes of documents lie, a `DocumentStorage`. */
export const DOCUMENT_STORAGE = Symbol('DocumentStorage');
