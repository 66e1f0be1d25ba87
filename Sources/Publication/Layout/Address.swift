/// Links between pages of the site that hold in whatever folder the site is put.
public enum Address {
  /// The way from one page of the site to another, both below the site's root: `../../stand/`.
  ///
  /// A part after `#` stays as it is.
  public static func relative(from page: String, to target: String) -> String {
    let (path, fragment) = split(target)
    if path == page { return fragment.isEmpty ? "./" : fragment }
    let (from, to) = (folders(of: page), folders(of: path))
    let shared = zip(from, to).prefix { $0 == $1 }.count
    let up = String(repeating: "../", count: from.count - shared)
    let down = to.dropFirst(shared).map { $0 + "/" }.joined() + file(of: path)
    let way = up + down
    return (way.isEmpty ? "./" : way) + fragment
  }

  /// Page `number` of something that does not fit on one; the first is the address itself.
  public static func sheet(_ number: Int, of address: String) -> String {
    number == 1 ? address : address + "pagina/\(number)/"
  }

  /// Whether a word can be a part of an address as it is: small letters, digits and hyphens.
  public static func isSegment(_ word: String) -> Bool {
    !word.isEmpty && word.utf8.count <= 120 && word.utf8.first != UInt8(ascii: "-")
      && word.utf8.allSatisfy { byte in
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte) || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
          || byte == UInt8(ascii: "-")
      }
  }

  /// Where to send a message: only an e-mail address or a web address becomes a link.
  static func link(toContact contact: String) -> String? {
    if contact.hasPrefix("https://") || contact.hasPrefix("http://") || contact.hasPrefix("mailto:") { return contact }
    let isMail = contact.contains("@") && !contact.contains(where: { $0.isWhitespace || $0 == ":" })
    return isMail ? "mailto:" + contact : nil
  }

  /// The folder on the server in which the site stands, as `/register`; nothing when it is the root.
  static func folder(of address: String) -> String {
    guard let scheme = address.range(ofText: "://") else { return "" }
    let rest = address[scheme...]
    guard let slash = rest.firstIndex(of: "/") else { return "" }
    let folder = rest[slash...]
    return folder.hasSuffix("/") ? String(folder.dropLast()) : String(folder)
  }

  private static func split(_ target: String) -> (path: String, fragment: String) {
    guard let hash = target.firstIndex(of: "#") else { return (target, "") }
    return (String(target[..<hash]), String(target[hash...]))
  }

  private static func folders(of path: String) -> [Substring] {
    path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().dropLast()
  }

  private static func file(of path: String) -> Substring {
    path.split(separator: "/", omittingEmptySubsequences: false).last ?? ""
  }
}

extension String {
  /// Where the text after this part starts.
  fileprivate func range(ofText part: String) -> String.Index? {
    indices.lazy.filter { self[$0...].hasPrefix(part) }.first.map { index(after: index($0, offsetBy: part.count - 1)) }
  }
}
