export { notify, notifyCitizen, type Notify } from './notify.ts'
export { areMessagesStopped, stopMessages } from './stop-messages.ts'
export { listMessagesOf, listNewest, type Message } from './store.ts'
export { hasTemplate, messageText } from './templates.ts'
