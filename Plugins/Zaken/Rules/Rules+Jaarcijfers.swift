import Governance
import Ledger

extension Zaakregels {
  static let jaarcijfers = [
    Rule(
      id: "JAAR-AF", source: "004:5379-5392 art. 13",
      demand: Text(nl: "cijfers zijn er van afgesloten jaren", en: "figures are of closed years"),
      on: [JaarcijfersVastgesteld.self]
    ) { context in
      guard let jaar = context.event[JaarcijfersVastgesteld.jaar], jaar >= Int64(context.event.recordedOn.year) else {
        return nil
      }
      return Refusal(
        Text(nl: "\(jaar) is nog niet voorbij", en: "\(jaar) is not over yet"),
        remedy: Text(nl: "wacht tot 1 januari \(jaar + 1)", en: "wait until 1 January \(jaar + 1)"))
    },
    Rule(
      id: "JAAR-EENS", source: "004:5379-5392 art. 13",
      demand: Text(
        nl: "van een jaar is er één stel cijfers: uit het verschil van twee blijkt een zaak",
        en: "of a year there is one set of figures: the difference of two tells of a case"),
      on: [JaarcijfersVastgesteld.self]
    ) { context in
      let earlier = try context.views.facts(of: JaarcijfersVastgesteld.self).first {
        $0[JaarcijfersVastgesteld.procedure] == context.event[JaarcijfersVastgesteld.procedure]
          && $0[JaarcijfersVastgesteld.jaar] == context.event[JaarcijfersVastgesteld.jaar]
      }
      guard earlier != nil else { return nil }
      return Refusal(
        Text(nl: "deze cijfers staan al vast", en: "these figures are settled already"),
        remedy: Text(nl: "zie waarborg zaak jaarcijfers", en: "see waarborg zaak jaarcijfers"))
    },
  ]
}
