import Ledger

extension EventError {
  /// What is wrong, in words; nothing of what stands there is repeated but the name of a claim.
  public var text: Text {
    switch self {
    case .tooLarge(let bytes):
      Text(nl: "zij telt \(bytes) bytes, meer dan een log opneemt", en: "it has \(bytes) bytes, more than a log takes")
    case .malformed(let part):
      Text(
        nl: "haar vorm klopt niet (\(part)); verwacht: drie delen in base64url met punten ertussen, en een ~",
        en: "its form is wrong (\(part)); expected: three parts in base64url with dots between them, and a ~")
    case .claim(let name):
      Text(
        nl: "wat zij bij «\(name)» zegt ontbreekt of klopt niet", en: "what it says at “\(name)” is missing or wrong")
    case .malformedDisclosure: Text(nl: "een onthulling is er geen", en: "a disclosure is not one")
    case .repeatedDigest: Text(nl: "één verzegeld veld staat er twee keer", en: "one sealed field is there twice")
    case .reservedName(let name):
      Text(
        nl: "een veld heet «\(name)», en die naam is bezet", en: "a field is called “\(name)”, and that name is taken")
    }
  }
}
