/** People taken from one key, the newest first: a key that holds more says too little. */
export const BLOCK_MAX = 200

/** People compared with the one searched for, by what their shared keys say. */
export const COMPARED_MAX = 150
