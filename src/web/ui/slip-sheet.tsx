import {
  qrSvgPath,
  slipLines,
  type SlipBlock,
  type SlipData,
  type SlipLine,
} from '../../modules/papers/index.ts'

export type SheetSize = 'a5' | 'a4'

/** A slip as a browser prints it: word for word what is kept. The PDF is the official form. */
export function SlipSheet({ slip, size }: { slip: SlipData; size: SheetSize }) {
  const { box } = slip
  return (
    <>
      <Heading slip={slip} />
      <h2 id={`s-${size}`}>
        <Lines lines={slip.titleLines} />
      </h2>
      <p class="code">
        <Runs line={slip.codes} />
      </p>
      <Blocks blocks={slip.blocks} />
      <div class="appt">
        <div>
          {box.lead ? <p>{box.lead}</p> : null}
          {box.big.length > 0 ? (
            <p class="big">
              <Lines lines={box.big} />
            </p>
          ) : null}
          {box.rest.map((line) => (
            <p>
              <Runs line={line} />
            </p>
          ))}
        </div>
        <Qr address={slip.qr} />
      </div>
      <Blocks blocks={slip.after} />
      <Signatures slip={slip} />
      <div class="note">
        {slip.foot.map((line) => (
          <p>
            <Runs line={line} />
          </p>
        ))}
      </div>
    </>
  )
}

/** The agency left, the State right, place and day. */
function Heading({ slip }: { slip: SlipData }) {
  const { agencyName, deskLines } = slip
  return (
    <div class="top">
      <div>
        <p class="up">{deskLines.length > 0 ? agencyName : <b class="u">{agencyName}</b>}</p>
        {deskLines.length > 0 ? (
          <p>
            <b class="up u">
              <Lines lines={deskLines} />
            </b>
          </p>
        ) : null}
        <p>
          {slip.number}
          {slip.trial ? <b> · {slip.trial}</b> : null}
        </p>
      </div>
      <div>
        {slip.formMark ? (
          <p>
            <i>{slip.formMark}</i>
          </p>
        ) : null}
        <p>
          <b class="up">Cộng hòa xã hội chủ nghĩa Việt Nam</b>
        </p>
        <p>
          <b class="u">Độc lập - Tự do - Hạnh phúc</b>
        </p>
        <p class="dt">
          <i>{slip.placeAndDate}</i>
        </p>
      </div>
    </div>
  )
}

function Lines({ lines }: { lines: readonly string[] }) {
  return (
    <>
      {lines.map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {line}
        </>
      ))}
    </>
  )
}

function Runs({ line }: { line: SlipLine }) {
  return <>{line.map((run) => (typeof run === 'string' ? run : <b>{run.strong}</b>))}</>
}

function Blocks({ blocks }: { blocks: readonly SlipBlock[] }) {
  return (
    <>
      {blocks.map((block) => (
        <Block block={block} />
      ))}
    </>
  )
}

function Block({ block }: { block: SlipBlock }) {
  switch (block.kind) {
    case 'line':
      return (
        <p class="r">
          <Runs line={block.line} />
        </p>
      )
    case 'list':
      return (
        <ol class="asks">
          {block.items.map((item) => (
            <li>
              <Runs line={item} />
            </li>
          ))}
        </ol>
      )
    case 'table':
      return <SlipTable table={block} />
  }
}

function SlipTable({ table }: { table: Extract<SlipBlock, { kind: 'table' }> }) {
  const { columns, rows } = table
  const classOf = (index: number) => {
    const { title, centred } = columns[index]!
    // The number of the row needs little room.
    return centred ? (title === 'TT' ? 'n' : 'q') : undefined
  }
  return (
    <table>
      <thead>
        <tr>
          {columns.map(({ title }, index) => (
            <th scope="col" class={classOf(index)}>
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr>
            {row.map((cell, index) => (
              <td class={classOf(index)}>
                <Lines lines={cell.split('\n')} />
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Qr({ address }: { address: string }) {
  const { viewBox, path } = qrSvgPath(address, { quiet: 0 })
  return (
    <div class="qr">
      <svg
        width="100"
        height="100"
        viewBox={viewBox}
        shape-rendering="crispEdges"
        role="img"
        aria-label="Mã QR tra cứu hồ sơ"
      >
        <path d={path} />
      </svg>
      Tra cứu
    </div>
  )
}

function Signatures({ slip }: { slip: SlipData }) {
  return (
    <div class="sign">
      {slip.signatures.map(({ titleLines, note, name }) => (
        <div>
          <p>
            <b>
              <Lines lines={titleLines} />
            </b>
          </p>
          <p>
            <i>{note}</i>
          </p>
          <p class="nm">{name}</p>
        </div>
      ))}
    </div>
  )
}

/** Lines that a sheet takes between heading and signatures, at its usual size. */
const LINES = 14

/** Takes more than a sheet at its usual size: the smaller type is printed. */
export function isLongSlip(slip: SlipData): boolean {
  return slipLines(slip) > LINES
}
