import Governance
import LedgerCrypto
import Publication

extension Publicatie {
  /// The statements by the body where the activity is done; each body is a heading, and no address holds its name.
  func organisaties(_ naar: (Page) throws -> Void) throws {
    let opgaven = groepen.flatMap { groep in
      groep.versies.map { (groep: groep, functie: $0.functie, versie: $0.versie) }
    }
    let bladen = try Sheets.divide(opgaven, Adressen.organisaties) { ding, pad in
      let values: TemplateValue = [
        "adres": weg(pad, Adressen.opgave(ding.versie.opgave)), "functie": .text(ding.functie.naam),
        "titel": Weergave.waarde(.nevenwerkzaamheid, in: ding.versie),
      ]
      let kop = try sjablonen.render("organisatie", naam(ding.groep))
      return PagePiece(
        html: try sjablonen.render("organisatie-opgave", values),
        within: [Enclosure(ding.groep.anker, kop, "</ul>\n")],
        // The link above that leads to it.
        extra: 80 + ding.groep.naam.utf8.count)
    }
    for blad in bladen {
      var gezien: Set<String> = []
      let hier = opgaven[blad.things].map(\.groep).filter { gezien.insert($0.anker).inserted }
      let values: TemplateValue = [
        "isEerste": .flag(blad.isFirst), "nummer": .text(String(blad.number)), "aantal": .text(String(blad.count)),
        "isLeeg": .flag(opgaven.isEmpty), "groepen": .list(hier.map(naam)),
      ]
      try naar(
        Page(
          path: blad.path, title: "Per organisatie" + blad.titleSuffix,
          summary: "De organisaties waar hoge ambtenaren van \(settings.organisatie) ander werk doen.",
          trail: kruimels(),
          html: try metUitleg(sjablonen.render("organisaties", values) + blad.html + sjablonen.browse(blad))))
    }
  }

  private struct Groep {
    /// Empty for statements without a body that can be shown.
    let naam: String
    let anker: String
    let isVernietigd: Bool
    var versies: [(functie: OpenbareFunctie, versie: OpgaveVersie)]
  }

  private func naam(_ groep: Groep) -> TemplateValue {
    [
      "anker": .text(groep.anker), "adres": .text("#" + groep.anker),
      "naam": .optional(groep.naam.isEmpty ? nil : groep.naam), "isVernietigd": .flag(groep.isVernietigd),
    ]
  }

  /// One for each body, however its name was typed, under the name that stands first on the list; in Dutch order, those
  /// without a name last.
  private var groepen: [Groep] {
    var groepen: [String: Groep] = [:]
    for kaart in nu {
      for versie in kaart.versies where !isVervallen(versie) {
        let (naam, isVernietigd) =
          switch versie.organisatie {
          case .waarde(let naam): (naam, false)
          case .vernietigd: ("", true)
          case nil: ("", false)
          }
        let anker =
          naam.isEmpty
          ? isVernietigd ? "vernietigd" : "niet-opgegeven"
          : "organisatie-" + Hex.encode(Array(SHA256.hash(naam.comparisonKey).bytes.prefix(6)))
        groepen[anker, default: Groep(naam: naam, anker: anker, isVernietigd: isVernietigd, versies: [])].versies
          .append((kaart.functie, versie))
      }
    }
    return groepen.values.sorted { left, right in
      if left.naam.isEmpty || right.naam.isEmpty {
        return (left.naam.isEmpty ? 1 : 0, left.anker) < (right.naam.isEmpty ? 1 : 0, right.anker)
      }
      return DutchOrder.precedes(left.naam, right.naam)
    }
  }
}
