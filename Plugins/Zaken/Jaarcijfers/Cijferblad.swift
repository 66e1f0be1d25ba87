import Governance
import Publication

/// The figures over a year as a page to print: one file, without a script and without anything from elsewhere.
struct Cijferblad {
  let titel: String
  let organisatie: String
  let jaar: Int
  let rijen: [(label: String, waarde: String)]
  let dag: CalendarDate

  /// The page.
  /// - Throws: `Failure` when the template cannot be read.
  func html() throws -> String {
    let templates = try Templates([("jaarcijfers", PackageResources.jaarcijfers_mustache)])
    return try templates.render(
      "jaarcijfers",
      .fields([
        "titel": .text(titel), "organisatie": .text(organisatie), "jaar": .text("\(jaar)"),
        "rijen": .list(rijen.map { .fields(["label": .text($0.label), "waarde": .text($0.waarde)]) }),
        "toelichting": .text(
          "Minder dan \(Jaarcijfers.least) wordt niet geteld, en wat een enkele zaak zou tonen, staat er niet in."),
        "dag": .text(dag.text.nl),
      ]))
  }
}
