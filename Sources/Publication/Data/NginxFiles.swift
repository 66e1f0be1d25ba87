import Governance

/// What nginx needs to serve the site as it is meant: two files of settings, which are themselves never served.
///
/// `nginx-http.conf` belongs in the `http` block: nginx allows a `map` nowhere else, and only a map finds one of ten
/// thousand lapsed pages at once. `nginx.conf` belongs in the `server` block. Everything in them is made of addresses of the
/// site, which hold nothing that nginx reads as more than a word.
struct NginxFiles {
  /// The folder in which the site stands on its host, as `/register`; empty when it has the host for itself.
  let base: String
  /// The pages that stand at the address of something that is gone.
  let gone: [String]
  /// The pages that run a script.
  let scripted: [String]

  /// Where the files stand.
  static let (http, server) = ("nginx-http.conf", "nginx.conf")

  var files: [SiteFile] {
    [
      SiteFile(Self.http, maps, mediaType: MediaType.plain),
      SiteFile(Self.server, location, mediaType: MediaType.plain),
    ]
  }

  // MARK: The http block

  /// The longest key of a map, so that nginx makes its buckets large enough.
  private var bucket: Int {
    var size = 64
    while size < (gone.map(\.utf8.count).max() ?? 0) + base.utf8.count + 32 { size *= 2 }
    return size
  }

  private var size: Int {
    var size = 2048
    while size < gone.count * 2 { size *= 2 }
    return size
  }

  private var maps: String {
    """
    # Waarborg: voor het http-blok van nginx, vóór het server-blok: include /pad/naar/de/site/nginx-http.conf;
    # Neem de bestanden over na elke publicatie en laad nginx opnieuw. Wie deze map kan schrijven, stelt nginx in: laat
    # nginx anders een kopie lezen die u zelf hebt nagekeken. Staan de eerste twee regels al elders, haal ze hier weg.
    map_hash_max_size \(size);
    map_hash_bucket_size \(bucket);

    # Wat er niet meer is: 410, met de pagina die dat zegt. Volatile, omdat nginx die pagina op hetzelfde verzoek geeft.
    map $uri $waarborg_vervallen {
      volatile;
      default "";
    \(gone.sorted().map { "  \"\(base)\($0)\" 1;\n" }.joined())}

    # Dezelfde regels als in de pagina's zelf, en dat niemand ze in een lijst mag zetten.
    map $uri $waarborg_csp {
      volatile;
      default "\(policy(scripts: false))";
    \(folders.map { "  \"~^\(base)\($0)\" \"\(policy(scripts: true))\";\n" }.joined())}

    # Open gegevens: elke site mag ze lezen.
    map $uri $waarborg_open {
      volatile;
      default "";
      "~^\(base)/v1/" "*";
      "~^\(base)/controle/(checkpoint|sleutel|.*\\.(json|sd-jwt|tlog-proof))$" "*";
      "~^\(base)/.*\\.atom$" "*";
    }
    map $waarborg_open $waarborg_bron {
      volatile;
      default "same-origin";
      "*" "cross-origin";
    }
    map $uri $waarborg_versie {
      volatile;
      default "";
      "~^\(base)/v1/" "1.0.0";
    }

    """
  }

  /// The folders below which pages run a script: few, whatever the number of pages.
  private var folders: [String] {
    Set(scripted.map { "/" + ($0.split(separator: "/").first ?? "") + "/" }).sorted()
  }

  /// What a page may load, as it says itself, and that it may not be put in a frame, which only a header can say.
  private func policy(scripts: Bool) -> String {
    "default-src 'none'; style-src 'self'; img-src 'self'; "
      + (scripts ? "script-src 'self'; connect-src 'self'; " : "")
      + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
  }

  // MARK: The server block

  private var location: String {
    """
    # Waarborg: voor het server-blok van nginx: include /pad/naar/de/site/nginx.conf; met nginx-http.conf in het http-blok.
    # Geef zelf root: de map \(base.isEmpty ? "van de site" : "waarin de site als \(base.dropFirst()) staat"); en listen, server_name en TLS.
    \(base.isEmpty ? "" : "location = \(base) { absolute_redirect off; return 301 \(base)/; }\n")location ^~ \(base)/ {
      index index.html;
      autoindex off;
      absolute_redirect off;
      server_tokens off;
      charset utf-8;
      charset_types text/plain text/css text/csv text/javascript;
      default_type text/plain;
      types {
        text/html html;
        text/css css;
        text/csv csv;
        text/plain txt tlog-proof;
        text/javascript js;
        application/json json;
        application/ld+json jsonld;
        application/atom+xml atom;
        application/xml xml;
        application/sd-jwt sd-jwt;
        image/svg+xml svg;
        image/png png;
        image/jpeg jpg jpeg;
        image/webp webp;
        font/woff2 woff2;
      }

      add_header Content-Security-Policy $waarborg_csp always;
      add_header Strict-Transport-Security "max-age=31536000" always;
      add_header X-Content-Type-Options nosniff always;
      add_header Referrer-Policy no-referrer always;
      add_header Permissions-Policy "camera=(), geolocation=(), microphone=(), payment=(), usb=()" always;
      add_header Cross-Origin-Opener-Policy same-origin always;
      add_header Cross-Origin-Resource-Policy $waarborg_bron always;
      add_header Access-Control-Allow-Origin $waarborg_open always;
      add_header API-Version $waarborg_versie always;
      add_header Cache-Control "public, max-age=300" always;

      error_page 403 =404 \(base)/404.html;
      error_page 404 \(base)/404.html;
      error_page 410 ${uri}index.html;
      # Elke pagina heeft één adres.
      if ($request_uri ~ "^(/(?:[a-z0-9.-]+/)*)index\\.html(?:\\?|$)") { return 301 $1; }
      if ($waarborg_vervallen) { return 410; }

      # Deze instellingen en wat met een punt begint, zijn geen deel van de site.
      location = \(base)/\(Self.server) { return 404; }
      location = \(base)/\(Self.http) { return 404; }
      location ~ "/\\.(?!well-known/)" { return 404; }
      location ^~ \(base)/v1/ {
        error_page 403 =404 \(base)/v1/404.json;
        error_page 404 \(base)/v1/404.json;
        location = \(base)/v1/404.json { types {} default_type \(MediaType.problem); }
        location = \(base)/v1/openapi.json { types {} default_type \(MediaType.openAPI); }
        location ~ "\\.schema\\.json$" { types {} default_type \(MediaType.schema); }
      }
    }

    """
  }
}
