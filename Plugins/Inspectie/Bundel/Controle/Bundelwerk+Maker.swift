import Bag
import Governance
import Ledger
import LedgerCrypto

/// Who made the bundle signed all of it: what nobody signed as an event, only that key could have written so.
extension Bundelwerk {
  /// The signature holds, is of this bundle and says of it what is so, by a key that could sign then.
  mutating func checkMaker(_ tagmanifest: Digest?) {
    oordeel.gecontroleerd[.events, default: 0] += 1
    guard let size = gelezen.source.files[Bundelindeling.ondertekening] else {
      return misMaker(
        "maker-missing", nl: "\(Bundelindeling.ondertekening) ontbreekt: niemand staat voor deze bundel in",
        en: "\(Bundelindeling.ondertekening) is missing: nobody vouches for this bundle")
    }
    guard size <= UInt64(Bundelondertekening.mostBytes),
      let bytes = try? gelezen.source.bytes(Bundelindeling.ondertekening), let made = Bundelondertekening(bytes)
    else {
      return misMaker(
        "maker-format", nl: "\(Bundelindeling.ondertekening) is geen ondertekening van een bundel",
        en: "\(Bundelindeling.ondertekening) is not the signature of a bundle")
    }
    guard let key = registry.keys[made.kid] else {
      // What could not be read may be what registered it.
      if isOngelezen {
        oordeel.nietBeoordeeld[.events, default: 0] += 1
        return
      }
      return misMaker(
        "maker-unknown", nl: "de bundel is ondertekend met een sleutel die niemand registreerde",
        en: "the bundle is signed by a key that nobody registered")
    }
    guard key.signing.isValidSignature(made.signature, for: made.signedBytes) else {
      return misMaker(
        "maker-signature", nl: "de handtekening onder de bundel klopt niet",
        en: "the signature under the bundle does not hold")
    }
    guard made.verklaring["tagmanifest"]?.string == tagmanifest?.hex else {
      return misMaker(
        "maker-digest",
        nl: "de bundel is niet de bundel die is ondertekend: er is daarna iets veranderd, bij gedaan of "
          + "uitgehaald",
        en: "the bundle is not the one that was signed: something was altered, added or taken out since")
    }
    guard let day = gemaakt(made.verklaring) else {
      return misMaker(
        "maker-statement", nl: "wat bij de handtekening staat, is van deze bundel niet zo",
        en: "what stands with the signature is not so of this bundle")
    }
    checkMaker(key, op: day, made.verklaring)
  }

  private mutating func checkMaker(_ key: KeyRegistry.RegisteredKey, op day: CalendarDate, _ statement: JSON) {
    if let revoked = key.revoked, revoked.from.date <= day {
      return misMaker(
        "maker-revoked", nl: "de bundel is ondertekend met een sleutel die was ingetrokken",
        en: "the bundle is signed by a key that had been revoked")
    }
    guard let noon = try? Instant("\(day)T11:00:00Z"),
      (try? registry.capacity(of: key.id, for: BundelGemaakt.type, at: (.max, noon))) != nil
    else {
      return misMaker(
        "maker-role", nl: "de rol \(key.rol.text.nl) mocht op \(day.text.nl) geen bundel ondertekenen",
        en: "the role \(key.rol.text.en) could not sign a bundle on \(day.text.en)")
    }
    let receiver = statement["ontvanger"]?.string.flatMap { Ontvanger(rawValue: $0) }?.text ?? Text("-")
    oordeel.opmerkingen.append(
      Text(
        nl: "de hele bundel is ondertekend door de rol \(key.rol.text.nl), op \(day.text.nl), voor \(receiver.nl): "
          + "LEESMIJ.html, de matrix en mdto kan alleen wie die sleutel heeft zo hebben geschreven",
        en: "the whole bundle is signed by the role \(key.rol.text.en), on \(day.text.en), for the \(receiver.en): "
          + "only who holds that key can have written LEESMIJ.html, the matrix and mdto so"))
  }

  private mutating func misMaker(_ check: String, nl: String, en: String) {
    oordeel.vind(.events, check, nl: nl, en: en)
  }

  /// The day of the signature; nil when the statement is of another form, or says what is not so of this bundle.
  private func gemaakt(_ statement: JSON) -> CalendarDate? {
    let head = gelezen.json(Bundelindeling.hoofd)
    // What bundel.json itself lacks is told with it.
    let isOfHead = ["ontvanger", "eisen", "dag"].allSatisfy { name in
      guard let right = head?[name], let told = statement[name] else { return statement[name] != nil }
      return told.zegtHetzelfde(als: right)
    }
    let isOfLog =
      checkpoint.map { point in
        statement["omvang"]?.int == Int64(clamping: point.size) && statement["wortel"]?.string == point.root.base64
      } ?? true
    let origin = origin.map { Array($0.utf8) }
    guard Set(statement.members?.map(\.name) ?? []) == Bundelverklaring.leden, isOfHead, isOfLog,
      statement["profiel"]?.string == Bundelindeling.profiel,
      statement["gebeurtenissen"]?.int == Int64(gelezen.plaatsen.count),
      origin == nil || statement["grootboek"]?.string.map({ Array($0.utf8) }) == origin,
      let day = statement["gemaakt"]?.string.flatMap({ try? CalendarDate($0) })
    else { return nil }
    // A bundle is about a day that has come, and is made of what had been recorded.
    let before = [statement["dag"]?.string.flatMap { try? CalendarDate($0) }, laatsteDag].compactMap(\.self)
    return before.allSatisfy { $0 <= day } ? day : nil
  }
}
