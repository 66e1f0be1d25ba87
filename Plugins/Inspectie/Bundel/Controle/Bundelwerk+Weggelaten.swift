import Governance
import Ledger

/// What an event says of its sealed fields, for `weggelaten.json` to be held against.
struct Verzegeld {
  let event: RecordedEvent?
  let id: String
  /// How many digests were signed.
  let aantal: Int
  /// The names of the fields that are open.
  let open: [String]

  /// Whether a row of the legend names every sealed field once, by a name that its type has, and all that it must have.
  func past(_ row: JSON?, gronden: Set<String>) -> Bool {
    guard let row, let withheld = row["weggelaten"]?.array, let erased = row["vernietigd"]?.array,
      withheld.allSatisfy({ $0["grond"]?.string.map { gronden.contains($0) } == true }),
      erased.allSatisfy({ $0["door"]?.int != nil })
    else { return false }
    let told = (withheld + erased).map { $0["veld"]?.string }
    let names = open + told.compactMap(\.self)
    return told.allSatisfy { $0 != nil } && kent(names)
      && row["verzegeld"]?.int == Int64(aantal) && row["open"]?.int == Int64(open.count)
      && names.count == aantal && Set(names.map { Array($0.utf8) }).count == aantal
  }

  private func kent(_ names: [String]) -> Bool {
    guard let type = event?.type else { return true }
    let sealed = type.fields.filter(\.visibility.isSealed)
    return names.allSatisfy { name in sealed.contains { $0.name.utf8.elementsEqual(name.utf8) } }
      && sealed.allSatisfy { !$0.isRequired || names.contains($0.name) }
  }
}

/// A field that an event of the bundle says is destroyed.
struct Vernietigd: Hashable {
  let gebeurtenis: EventID
  let veld: String
  /// Where it says so.
  let door: UInt64
}

/// What `weggelaten.json` says must follow from what was signed, and from the law.
extension Bundelwerk {
  /// Takes up what an event destroyed.
  mutating func keepErasures(_ event: RecordedEvent) {
    for item in event.erased {
      for field in item.fields {
        vernietigd.insert(Vernietigd(gebeurtenis: item.event, veld: field, door: event.position))
      }
    }
  }

  /// The legend names each sealed field: open, withheld on a ground that it gives, or destroyed by an event that is here.
  mutating func checkWithheld() {
    guard gelezen.has(Bundelindeling.weggelaten) else { return }
    let legend = gelezen.json(Bundelindeling.weggelaten)
    guard let legend, let rows = legend["gebeurtenissen"]?.array, let grounds = legend["gronden"]?.array else {
      oordeel.vind(.vault, "withheld", nl: "weggelaten.json is niet te lezen", en: "weggelaten.json cannot be read")
      return
    }
    checkGrounds(legend, grounds)
    var told: [UInt64: JSON] = [:]
    for row in rows {
      guard let number = row["nummer"]?.int, number >= 0, told.updateValue(row, forKey: UInt64(number)) == nil,
        gelezen.has(Bundelindeling.pad(.gebeurtenis, UInt64(number)))
      else {
        oordeel.vind(
          .vault, "withheld", nl: "weggelaten.json noemt een gebeurtenis die er niet is, of twee keer",
          en: "weggelaten.json names an event that is not there, or twice")
        return
      }
    }
    let known = Set(grounds.compactMap { $0["grond"]?.string })
    for (position, sealed) in verzegeld.sorted(by: { $0.key < $1.key }) {
      guard sealed.past(told[position], gronden: known) else {
        oordeel.vind(
          .vault, "withheld", at: position, event: sealed.id,
          nl: "weggelaten.json noemt de gesloten velden anders dan is ondertekend",
          en: "weggelaten.json names the closed fields otherwise than was signed")
        continue
      }
      checkErased(told[position]?["vernietigd"]?.array ?? [], of: sealed, at: position)
    }
  }

  private mutating func checkErased(_ rows: [JSON], of sealed: Verzegeld, at position: UInt64) {
    guard !isOngelezen else { return }
    for row in rows {
      guard let field = row["veld"]?.string, let by = row["door"]?.int else { continue }
      let isKnown = vernietigd.contains { item in
        item.gebeurtenis.description == sealed.id && item.veld.utf8.elementsEqual(field.utf8) && Int64(item.door) == by
      }
      if !isKnown {
        oordeel.vind(
          .vault, "erasure-unknown", at: position, event: sealed.id,
          nl: "«\(field)» heet vernietigd, maar geen vernietiging in de bundel noemt het",
          en: "“\(field)” is called destroyed, but no erasure in the bundle names it")
      }
    }
  }

  /// Each ground is the law as it stands, and one that this receiver may be given; who decided holds a key.
  private mutating func checkGrounds(_ legend: JSON, _ grounds: [JSON]) {
    // A receiver that does not exist is told with bundel.json.
    let receiver = gelezen.json(Bundelindeling.hoofd)?["ontvanger"]?.string.flatMap { Ontvanger(rawValue: $0) }
    if let receiver, legend["ontvanger"]?.string != receiver.rawValue { missay("ontvanger") }
    let decider = legend["beslotenDoor"]?.string.flatMap { Rol(rawValue: $0) }
    if decider == nil || !registry.keysInOrder.contains(where: { $0.rol == decider }) { missay("beslotenDoor") }
    if legend["opvraagbaar"]?.string != Legenda.opvraagbaar(voor: receiver ?? .arbeidsinspectie) {
      missay("opvraagbaar")
    }
    for row in grounds where !isLaw(row, receiver) { missay(row["grond"]?.string ?? "-") }
  }

  private func isLaw(_ row: JSON, _ receiver: Ontvanger?) -> Bool {
    let parts = (row["grond"]?.string ?? "").split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      .map(String.init)
    guard let name = parts.first, let ground = Weglatingsgrond.alle.first(where: { $0.naam == name }) else {
      return false
    }
    let law = parts.count == 2 ? parts[1] : nil
    let isNamed = law?.hasVisibleText == true
    return receiver.map { ground.voor.contains($0) } != false && isNamed == ground.noemtWet
      && row.zegtHetzelfde(als: ground.json(wet: law))
  }

  private mutating func missay(_ what: String) {
    oordeel.vind(
      .vault, "ground",
      nl: "weggelaten.json noemt een grond, ontvanger of beslisser anders dan de wet en de bundel: \(what)",
      en: "weggelaten.json names a ground, receiver or decider otherwise than the law and the bundle: \(what)")
  }
}
