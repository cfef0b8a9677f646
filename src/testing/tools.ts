/** Programs of Debian's that some tests drive; named by package. */
export type Tool = 'chromium' | 'poppler-utils' | 'zbar-tools' | 'qpdf' | 'postgresql-15'

/**
 * For `test('…', { skip: lacks('chromium') }, …)`: why it is skipped, or false. The runner found out
 * what is missing and said so loudly; with `CI=true` nothing may be missing, so nothing is skipped.
 */
export function lacks(...tools: readonly Tool[]): string | false {
  const missing = (process.env['MOTCUA_TEST_LACKS'] ?? '').split(',')
  const here = tools.filter((tool) => missing.includes(tool))
  return here.length > 0 ? `not installed: ${here.join(', ')}` : false
}
