/** What a page of one procedure is about: the procedure, the page, and what it is for. */
export function ProcedureHeading(props: { procedure: string; title: string; lead: string }) {
  return (
    <div>
      <p class="muted">{props.procedure}</p>
      <h1>{props.title}</h1>
      <p class="lead mt2">{props.lead}</p>
    </div>
  )
}
