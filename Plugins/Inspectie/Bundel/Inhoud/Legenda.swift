import Governance
import Ledger

/// `weggelaten.json`: what is withheld, on which ground, who decided that, and how many fields of each event are closed.
struct Legenda {
  let ontvanger: Ontvanger
  let weglatingen: [Weglating]
  let beslisser: Rol
  var stukken: [JSON] = []
  private(set) var aantal = 0
  private(set) var gebruikt: Set<String> = []

  init(_ ontvanger: Ontvanger, _ weglatingen: [Weglating], _ beslisser: Rol) {
    self.ontvanger = ontvanger
    self.weglatingen = weglatingen
    self.beslisser = beslisser
  }

  /// Takes up an event; only those with sealed fields have anything to tell.
  mutating func add(_ stuk: Gebeurtenisstuk) {
    guard !stuk.event.signed.envelope.sealedDigests.isEmpty else { return }
    stukken.append(stuk.json)
    aantal += stuk.weggelaten.count
    gebruikt.formUnion(stuk.weggelaten.map(\.grond))
  }

  /// The grounds that were used, with their law.
  var gronden: [(kenmerk: String, grond: Weglatingsgrond, wet: String?)] {
    let named = weglatingen.map { (kenmerk: $0.kenmerk, grond: $0.grond, wet: $0.wet) }
    let own = Weglatingsgrond.alle.filter { $0.naam == Weglatingsgrond.vanzelf(voor: ontvanger) }
      .map { (kenmerk: $0.naam, grond: $0, wet: String?.none) }
    var seen: Set<String> = []
    return (named + own).filter { gebruikt.contains($0.kenmerk) && seen.insert($0.kenmerk).inserted }
      .sorted { $0.kenmerk < $1.kenmerk }
  }

  /// What a receiver is told: how to ask for it all the same.
  static func opvraagbaar(voor ontvanger: Ontvanger) -> String {
    let how =
      ontvanger == .publiek
      ? "U kunt erom vragen met een verzoek op grond van de Wet open overheid (art. 4.1)."
      : "U kunt het alsnog vragen of vorderen."
    return
      "Wat hier is weggelaten, is niet weg. \(how) Het staat in het grootboek, en aan de hash is te zien dat het dan "
      + "niet is veranderd."
  }

  var json: JSON {
    [
      "ontvanger": .string(ontvanger.rawValue), "beslotenDoor": .string(beslisser.rawValue),
      "opvraagbaar": .string(Self.opvraagbaar(voor: ontvanger)),
      "gronden": .array(
        gronden.map { $0.grond.json(wet: $0.wet) }),
      "gebeurtenissen": .array(stukken),
    ]
  }
}
