import Governance
import LedgerCrypto
import Publication

extension Publicatie {
  /// The statements by the body where the activity is done; each body is a heading, and no address holds its name.
  func organisaties() throws -> [Page] {
    let adres = Adressen.organisaties
    let groepen = self.groepen
    let delen = Bladen.delen(groepen) { 260 + $0.naam.utf8.count * 2 + $0.versies.count * 320 }
    return try delen.enumerated().map { index, deel in
      let blad = Blad(adres: adres, nummer: index + 1, aantal: delen.count)
      return Page(
        path: blad.pad, title: "Per organisatie" + blad.toevoeging,
        summary: "De organisaties waar hoge ambtenaren van \(settings.organisatie) ander werk doen.", trail: kruimels(),
        html: try html(
          "organisaties",
          [
            "isLeeg": .flag(groepen.isEmpty), "bladen": bladeren(blad),
            "groepen": .list(groepen[deel].map { groep($0, pad: blad.pad) }),
          ]))
    }
  }

  private struct Groep {
    /// Empty for statements without a body that can be shown.
    let naam: String
    let anker: String
    let isVernietigd: Bool
    var versies: [(functie: OpenbareFunctie, versie: OpgaveVersie)]
  }

  private func groep(_ groep: Groep, pad: String) -> TemplateValue {
    [
      "anker": .text(groep.anker), "adres": .text("#" + groep.anker),
      "naam": .optional(groep.naam.isEmpty ? nil : groep.naam), "isVernietigd": .flag(groep.isVernietigd),
      "opgaven": .list(
        groep.versies.map { functie, versie in
          [
            "adres": weg(pad, Adressen.opgave(versie.opgave)), "functie": .text(functie.naam),
            "titel": Weergave.waarde(.nevenwerkzaamheid, in: versie),
          ]
        }),
    ]
  }

  /// By name, whatever its capitals; those without a name last.
  private var groepen: [Groep] {
    var groepen: [String: Groep] = [:]
    for kaart in nu?.kaarten ?? [] {
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
          : "organisatie-" + Hex.encode(Array(SHA256.hash(naam).bytes.prefix(6)))
        groepen[anker, default: Groep(naam: naam, anker: anker, isVernietigd: isVernietigd, versies: [])].versies
          .append((kaart.functie, versie))
      }
    }
    return groepen.values.sorted {
      ($0.naam.isEmpty ? 1 : 0, $0.naam.lowercased(), $0.anker) < (
        $1.naam.isEmpty ? 1 : 0, $1.naam.lowercased(), $1.anker
      )
    }
  }
}
