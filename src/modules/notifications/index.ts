export { notify, notifyCitizen, type Notify } from './notify.ts'
export { listMessagesOf, listNewest, type Message } from './store.ts'
export { messageText } from './templates.ts'
