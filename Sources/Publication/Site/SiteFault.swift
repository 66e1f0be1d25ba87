import Governance

/// What is wrong with a site: a mistake in the program, found before anything is written.
enum SiteFault {
  static func path(_ path: String) -> Failure {
    fault(
      Text(nl: "«\(path)» kan geen adres op de site zijn", en: "“\(path)” cannot be an address on the site"))
  }

  static func twice(_ path: String) -> Failure {
    fault(Text(nl: "\(path) komt twee keer voor", en: "\(path) occurs twice"))
  }

  static func title(_ title: String, _ path: String) -> Failure {
    fault(
      Text(
        nl: "\(path) heeft dezelfde titel als een andere pagina: «\(title)»",
        en: "\(path) has the same title as another page: “\(title)”"))
  }

  static func size(_ path: String, _ bytes: Int) -> Failure {
    fault(
      Text(
        nl: "\(path) telt \(bytes) bytes; een pagina telt er hoogstens \(SiteCheck.mostPageBytes)",
        en: "\(path) has \(bytes) bytes; a page has at most \(SiteCheck.mostPageBytes)"))
  }

  static func link(_ target: String, on path: String) -> Failure {
    fault(
      Text(
        nl: "\(path) verwijst naar \(target), en dat is er niet",
        en: "\(path) links to \(target), which is not there"))
  }

  static func unsafeLink(_ target: String, on path: String) -> Failure {
    fault(
      Text(
        nl: "\(path) verwijst naar «\(target)»; alleen https, mailto en adressen op de site mogen",
        en: "\(path) links to “\(target)”; only https, mailto and addresses on the site may be"))
  }

  static func html(_ path: String, _ what: Text) -> Failure { fault(Text("\(path): ") + what) }

  static func dataset(_ slug: String, row: Int, column: String) -> Failure {
    fault(
      Text(
        nl: "de gegevens van \(slug) passen niet in hun kolommen: rij \(row), kolom \(column)",
        en: "the data of \(slug) do not fit their columns: row \(row), column \(column)"))
  }

  private static func fault(_ message: Text) -> Failure {
    Failure(
      .foundWanting, message,
      remedy: Text(
        nl: "dit is een fout in het programma; er is niets geschreven. Meld haar bij wie het programma beheert",
        en: "this is a mistake in the program; nothing was written. Report it to whoever maintains the program"))
  }
}
