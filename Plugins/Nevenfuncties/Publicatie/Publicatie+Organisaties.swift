import Governance
import LedgerCrypto
import Publication

extension Publicatie {
  /// The statements by the body where the activity is done; each body is a heading, and no address holds its name.
  func organisaties(_ naar: (Page) throws -> Void) throws {
    let (opgaven, bladen) = try organisatiebladen()
    for blad in bladen {
      let values: TemplateValue = ["bereik": bereik(blad, "Opgave"), "isLeeg": .flag(opgaven.isEmpty)]
      try naar(
        Page(
          path: blad.path, title: "Per organisatie" + blad.titleSuffix,
          summary: "De organisaties waar hoge ambtenaren van \(settings.organisatie) ander werk doen.",
          trail: kruimels(), opening: try sjablonen.render("organisaties-opening", values),
          html: try metUitleg(sjablonen.render("organisaties", values) + blad.html + sjablonen.browse(blad)),
          rail: try rail(blad.path)))
    }
  }

  /// The bodies that can be found by name, each with the place where it stands.
  func vindbareOrganisaties() throws -> [Findable] {
    guard toont(.organisatie) else { return [] }
    let (opgaven, bladen) = try organisatiebladen()
    var gezien: Set<String> = []
    return bladen.flatMap { blad in
      opgaven[blad.things].map(\.groep).filter { !$0.naam.isEmpty && gezien.insert($0.anker).inserted }.map { groep in
        Findable(
          kind: "Organisaties", name: groep.naam,
          context: groep.versies.count == 1 ? "1 opgave" : "\(groep.versies.count) opgaven",
          path: "\(blad.path)#\(groep.anker)")
      }
    }
  }

  private typealias Organisatieopgave = (groep: Groep, functie: OpenbareFunctie, versie: OpgaveVersie)

  private func organisatiebladen() throws -> (opgaven: [Organisatieopgave], bladen: [Sheet]) {
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
        within: [Enclosure(ding.groep.anker, kop, "</ul>\n")])
    }
    return (opgaven, bladen)
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
