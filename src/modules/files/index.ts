export { openFiles, type FileStore, type StoredFile } from './file-store.ts'
