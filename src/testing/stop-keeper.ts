/** Tells the test database's keeper, if there is one, to go as soon as nobody needs it. */
import { connectKeeper } from './keeper-protocol.ts'

const socket = await connectKeeper()
if (socket) {
  socket.resume()
  socket.write('stop\n')
  await new Promise((resolve) => socket.once('close', resolve))
}
