import { mayStaffOpen, viewForStaff, type Alike } from '../../modules/dossiers/index.ts'
import { Refusal } from '../../platform/refusal.ts'
import { page, route, type Route, type WebReply } from '../http/route.ts'
import { Icon } from '../ui/icons.tsx'
import { sayIn, useSay } from '../ui/lang.tsx'
import { Back, Csrf } from '../ui/parts.tsx'
import { alikeInWords, equalFields, fieldLabel } from './alike.ts'
import { declarationSections } from './declared.ts'
import { dossierUrl, type DeskRequest } from './desk-request.ts'
import { dossierFacts, type DossierFacts } from './dossier-facts.ts'

/** Two declarations side by side; of another agency's only which fields are equal. */
export const compareDossierRoutes: readonly Route[] = [
  route({
    method: 'GET',
    url: '/can-bo/ho-so/:dossierId/so-sanh/:otherId',
    action: 'dossier.read',
    handle: showBoth,
  }),
]

type Pair = { label: string; mine: string; other: string | null; isEqual: boolean | null }

async function showBoth(req: DeskRequest): Promise<WebReply> {
  const facts = await dossierFacts(req)
  const alike = facts.view.alike.find(({ dossierId }) => dossierId === req.params['otherId'])
  if (!alike) throw new Refusal('not-found')
  const isHeld = await mayStaffOpen(req.ctx, alike)
  const pairs = isHeld ? await pairsOf(req, facts, alike) : hiddenPairs(facts, alike)
  return page(<BothPage facts={facts} alike={alike} pairs={pairs} isHeld={isHeld} />, {
    title: sayIn(req.lang)('So sánh hai hồ sơ', 'Compare two dossiers'),
    layout: 'desk',
    nav: '/can-bo/ho-so',
    scripts: ['desk.js'],
  })
}

/** What differs comes first. */
async function pairsOf(req: DeskRequest, facts: DossierFacts, alike: Alike): Promise<Pair[]> {
  const view = await viewForStaff(req.ctx, alike.code)
  const { world, now, lang } = facts
  const theirs = declarationSections(view, { world, now, lang, unmasked: false })
  const values = new Map(theirs.flatMap(({ rows }) => rows).map((row) => [row.field, row.value]))
  const pairs = facts.sections
    .flatMap(({ rows }) => rows)
    .map(({ field, label, value }) => {
      const other = values.get(field) ?? ''
      return { label, mine: value, other, isEqual: other === value }
    })
  return [...pairs.filter(({ isEqual }) => !isEqual), ...pairs.filter(({ isEqual }) => isEqual)]
}

/** Another agency's declaration stays there: only the equal sets are known here. */
function hiddenPairs(facts: DossierFacts, alike: Alike): Pair[] {
  const equal = equalFields(alike)
  const rows = facts.sections.flatMap((section) => section.rows)
  return equal.map((field) => ({
    label: fieldLabel(facts.view.definition, field, facts.lang),
    mine: rows.find((row) => row.field === field)?.value ?? '',
    other: null,
    isEqual: true,
  }))
}

function BothPage(props: {
  facts: DossierFacts
  alike: Alike
  pairs: readonly Pair[]
  isHeld: boolean
}) {
  const { facts, alike, pairs, isHeld } = props
  const { code } = facts.view.dossier
  const t = useSay()
  return (
    <div class="wrap page">
      <Back href={dossierUrl(code, { queue: facts.queue })}>
        {t('Về hồ sơ', 'Back to the dossier')}
      </Back>
      <h1 class="mb4">{t('So sánh hai hồ sơ', 'Compare two dossiers')}</h1>
      <p class="mb5">
        <strong>{alike.code}</strong> {alikeInWords(facts, alike)}
        {isHeld
          ? null
          : t(
              ' Hồ sơ của cơ quan khác: chỉ biết những mục giống nhau; cần thêm thì gọi.',
              " Another agency's dossier: only the equal items are known here; call for more.",
            )}
      </p>
      <PairsTable codes={[code, alike.code]} pairs={pairs} />
      <form method="post" action={dossierUrl(code, { tail: 'khong-trung', queue: facts.queue })}>
        <Csrf token={facts.csrf} />
        <input type="hidden" name="khac" value={alike.dossierId} />
        {facts.mayCompare ? (
          <button class="btn" data-key="F8">
            {t('Không trùng', 'Not a duplicate')} <kbd>F8</kbd>
          </button>
        ) : null}
      </form>
    </div>
  )
}

function PairsTable(props: { codes: readonly [string, string]; pairs: readonly Pair[] }) {
  const [code, otherCode] = props.codes
  const t = useSay()
  return (
    <div
      class="tw mb5"
      role="region"
      aria-label={t('So sánh từng mục', 'Item by item')}
      tabIndex={0}
    >
      <table class="tb tb--w">
        <thead>
          <tr>
            <th scope="col">{t('Mục', 'Item')}</th>
            <th scope="col">{code}</th>
            <th scope="col">{otherCode}</th>
            <th scope="col">{t('So sánh', 'Comparison')}</th>
          </tr>
        </thead>
        <tbody>
          {props.pairs.map(({ label, mine, other, isEqual }) => (
            <tr>
              <th scope="row">{label}</th>
              <td>{mine}</td>
              <td>{other ?? <span class="muted">{t('không hiển thị', 'not shown')}</span>}</td>
              <td class="nw">
                <Icon name={isEqual ? 'check' : 'warn'} />{' '}
                {isEqual ? t('Giống', 'Equal') : t('Khác', 'Different')}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
