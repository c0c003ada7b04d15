//! The few pages that the server writes itself: plain, readable in any browser, without script or style.

use axum::{
    http::{
        StatusCode,
        header::{CACHE_CONTROL, CONTENT_TYPE},
    },
    response::{IntoResponse, Response},
};

/// For a browser that lacks what the application needs.
const UNSUPPORTED: &str = r#"<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>浏览器版本过低 · Browser too old · 安居 Anju</title></head>
<body>
<main>
<h1>浏览器版本过低</h1>
<p>本系统需要下列任一浏览器，请升级或换用后再打开。数据不受影响。</p>
<ul>
<li>Chrome 111 或更新版本</li>
<li>Edge 111 或更新版本</li>
<li>Firefox 113 或更新版本</li>
<li>Safari 16.4 或更新版本（macOS、iOS）</li>
<li>360安全浏览器、奇安信、UOS等国产浏览器：内核为 Chromium 111 或更新版本，并使用极速模式</li>
</ul>
<p>版本符合仍看到本页时，请确认没有禁用 JavaScript 和 WebAssembly。</p>
<p><a href="/">返回系统</a></p>
<section lang="en">
<h1>This browser is too old</h1>
<p>The system needs one of these browsers; update yours or use another one. No data is affected.</p>
<ul>
<li>Chrome 111 or later</li>
<li>Edge 111 or later</li>
<li>Firefox 113 or later</li>
<li>Safari 16.4 or later (macOS, iOS)</li>
<li>Browsers built on Chromium 111 or later</li>
</ul>
<p>If yours is recent enough, make sure that JavaScript and WebAssembly are not switched off.</p>
<p><a href="/">Back to the system</a></p>
</section>
</main>
</body>
</html>
"#;

/// For a binary without the web application.
const NOT_BUILT: &str = r#"<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>尚未构建网页 · Web application not built · 安居 Anju</title></head>
<body>
<main>
<h1>尚未构建网页</h1>
<p>服务器正在运行，但程序中没有网页部分。请在源码目录运行 <code>cargo xtask run</code>，它会构建网页并重新启动。</p>
<p>接口可用：<a href="/health">/health</a>、<a href="/api/v1/openapi.json">/api/v1/openapi.json</a>。</p>
<section lang="en">
<h1>The web application is not built</h1>
<p>The server runs, but this program lacks the web application. Run <code>cargo xtask run</code> in the source folder:
it builds the web application and starts again.</p>
</section>
</main>
</body>
</html>
"#;

/// The page for a browser that is too old.
pub fn unsupported() -> Response {
    page(StatusCode::OK, UNSUPPORTED)
}

/// The page of a binary without the web application.
pub fn not_built() -> Response {
    page(StatusCode::OK, NOT_BUILT)
}

fn page(status: StatusCode, text: &'static str) -> Response {
    (status, [(CONTENT_TYPE, "text/html; charset=utf-8"), (CACHE_CONTROL, "no-cache")], text).into_response()
}
