import Console
import Governance
import Ledger

extension InstemmingPlugin {
  /// What waits for an answer, an acceptance or a ruling.
  public func waiting(in reading: Reading, on day: CalendarDate, limit: Int) throws -> [Waiting] {
    try reading.views.subjects(Procedure.self, [.open], on: day, ListPage(limit: limit)).compactMap { listed in
      guard let procedure = try reading.views.subject(Procedure.self, listed.key),
        let (waarop, sinds) = procedure.wacht(na: procedure.geldend(op: day))
      else { return nil }
      let handle = try reading.handle(of: procedure.onderwerp, versie: procedure.versie, reading.catalog)
      return Waiting(
        about: handle, what: waarop.wat, who: waarop.wie(procedure.orgaan), since: sinds.effective,
        command: "waarborg instemming \(waarop.opdracht) \(handle)")
    }
  }
}

extension Wachten {
  fileprivate func wie(_ orgaan: Rol) -> Text {
    switch self {
    case .antwoord, .advies: orgaan.text
    case .aanvaarding: Text(nl: "de werkgever", en: "the employer")
    case .kantonrechter: Text(nl: "de kantonrechter", en: "the court")
    }
  }

  /// What waits.
  fileprivate var wat: Text {
    switch self {
    case .antwoord: Text(nl: "gevraagde instemming, niet beantwoord", en: "consent asked for, not answered")
    case .aanvaarding:
      Text(nl: "voorwaarden bij de instemming, niet aanvaard", en: "conditions of the consent, not accepted")
    case .kantonrechter:
      Text(nl: "verzoek aan de kantonrechter, zonder uitspraak", en: "request to the court, without a ruling")
    case .advies: Text(nl: "gevraagd advies, niet uitgebracht", en: "advice asked for, not given")
    }
  }

  /// What settles it; an answer can be another one.
  var opdracht: String {
    switch self {
    case .antwoord: "verleen"
    case .aanvaarding: "aanvaard-voorwaarden"
    case .kantonrechter: "leg-uitspraak-vast"
    case .advies: "breng-advies-uit"
    }
  }
}
