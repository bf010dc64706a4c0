# Varnish 7 in front of the site (docs/operators/caching.md). What may be kept is said by the site alone, in its
# Cache-Control: no path, no ending of a file and no header of a reader makes anything public here.
vcl 4.1;

import std;

# The site's own server.
backend site {
    .host = "127.0.0.1";
    .port = "8000";
    .first_byte_timeout = 60s;
    .probe = {
        .url = "/health/live/";
        .interval = 2s;
        .timeout = 1s;
        .window = 3;
        .threshold = 2;
        .initial = 2;
    }
}

# Who may have everything forgotten: the machines that the site and its workers run on.
acl site_machines {
    "127.0.0.1";
    "::1";
}

sub forget {
    # What came through another proxy, which is in this list, comes from a reader, whatever the address of the proxy.
    if (client.ip !~ site_machines || req.http.X-Forwarded-For ~ ",") {
        return (synth(405, "Not allowed"));
    }
    if (std.getenv("BAN_KEY") && req.http.X-Ban-Key != std.getenv("BAN_KEY")) {
        return (synth(403, "Forbidden"));
    }
    # By what is kept and not by what is asked for, so that it is worked off in the background.
    if (!std.ban("obj.http.X-Kept-Path !~ ^/static/")) {
        return (synth(500, std.ban_error()));
    }
    return (synth(200, "Forgotten"));
}

sub vcl_recv {
    if (req.method == "BAN") {
        call forget;
    }
    # Nothing that the site would not believe of a reader reaches it, and nothing that is not part of what is kept.
    unset req.http.Forwarded;
    unset req.http.X-Forwarded-Host;
    unset req.http.X-Forwarded-Port;
    unset req.http.X-Forwarded-Prefix;
    unset req.http.X-Host;
    unset req.http.X-HTTP-Method-Override;
    unset req.http.X-Original-URL;
    unset req.http.X-Rewrite-URL;
    unset req.http.Proxy;
    if (req.restarts == 0) {
        unset req.http.X-Second-Look;
    }
    set req.http.Host = std.tolower(req.http.Host);
    set req.url = regsub(req.url, "#.*$", "");
    if (req.http.X-Forwarded-Proto != "https") {
        set req.http.X-Forwarded-Proto = "http";
    }
    # A site that is well is asked anew soon; one that is down has its pages shown for as long as they allow.
    if (req.restarts == 0 && std.healthy(req.backend_hint)) {
        set req.grace = 10s;
    } else {
        set req.grace = 24h;
    }
    if (req.method != "GET" && req.method != "HEAD") {
        return (pass);
    }
    # Files with a digest in their names have nothing to do with who asks.
    if (req.url ~ "^/static/") {
        unset req.http.Cookie;
        return (hash);
    }
    # Whoever may be somebody is answered by the site itself. A sign-in begins with a cookie that is no session yet.
    if (req.url ~ "^/admin(/|$)" || req.http.Authorization
        || req.http.Cookie ~ "(^|;)\s*(__Host-session|sessionid)=") {
        return (pass);
    }
    unset req.http.Cookie;
    return (hash);
}

sub vcl_hash {
    hash_data(req.http.X-Forwarded-Proto);
    # and, by Varnish itself, the address and the host
}

# The first failure leaves nothing behind: even an answer of no age would, for a moment, hide the older page that may
# stand in for it. If there is none, the second answer of the site is shown as it is, with the site's own words.
sub leave_nothing {
    if (bereq.is_bgfetch || (!bereq.uncacheable && !bereq.http.X-Second-Look)) {
        return (abandon);
    }
}

sub vcl_backend_error {
    call leave_nothing;
}

sub vcl_backend_response {
    set beresp.http.X-Kept-Path = bereq.url;
    if (beresp.status >= 500) {
        call leave_nothing;
        set beresp.ttl = 0s;
        set beresp.grace = 0s;
        set beresp.keep = 0s;
        set beresp.uncacheable = true;
        return (deliver);
    }
    if (beresp.status != 200 || beresp.http.Set-Cookie
        || beresp.http.Cache-Control !~ "(s-maxage|max-age)=[1-9]"
        || beresp.http.Cache-Control ~ "(?i)private|no-cache|no-store"
        || (beresp.http.Vary && beresp.http.Vary !~ "(?i)^\s*accept-encoding\s*$")) {
        set beresp.uncacheable = true;
        set beresp.ttl = 10s;
        return (deliver);
    }
    # `req.grace` shortens this while the site is well, to the ten seconds of the site's stale-while-revalidate.
    if (beresp.http.Cache-Control ~ "stale-if-error=[0-9]+") {
        set beresp.grace = std.duration(
            regsub(beresp.http.Cache-Control, "^.*stale-if-error=([0-9]+).*$", "\1") + "s", 0s);
    } else {
        set beresp.grace = 0s;
    }
    return (deliver);
}

sub vcl_synth {
    # The site failed: a second look at what is kept, this time however old.
    if (resp.status == 503 && req.restarts == 0 && (req.method == "GET" || req.method == "HEAD")) {
        set req.http.X-Second-Look = "yes";
        return (restart);
    }
}

sub vcl_deliver {
    # Caches in front are told of changes, browsers are not.
    if (resp.http.Cache-Control ~ "s-maxage") {
        set resp.http.Cache-Control = "public, max-age=0, must-revalidate";
        unset resp.http.Age;
    }
    unset resp.http.X-Kept-Path;
    unset resp.http.Via;
}
