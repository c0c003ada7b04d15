//! What went wrong: what happened, what was kept, what to do.

use crate::language::Text;

super::words! {
    UNREACHABLE = "连接不上服务器", "The server cannot be reached";
    UNREACHABLE_DETAIL = "本次操作可能没有完成，页面内容保留。请检查网络后重试，已保存的不会重复保存。", "It may not have been done; the page is kept. Check the network and try again: what was saved is not saved twice.";
    UNREADABLE = "页面与服务器版本不一致", "The page and the server differ in version";
    UNREADABLE_DETAIL = "系统可能刚刚升级。请刷新页面后重试，草稿保留在本机。", "The system may just have been upgraded. Reload the page and try again; drafts are kept on this device.";
}

/// What a refusal of the server means, by its stable code: what happened, and what was kept and to be done.
pub fn of_code(code: &str) -> Option<(Text, Text)> {
    Some(match code {
        "unauthenticated" => (
            Text::new("登录已超时", "Your session has ended"),
            Text::new("请重新登录，草稿保留在本机。", "Sign in again; drafts are kept on this device."),
        ),
        "forbidden" => (super::shell::FORBIDDEN, super::shell::FORBIDDEN_DETAIL),
        "not_found" => (
            Text::new("没有找到", "Not found"),
            Text::new(
                "所查对象不存在或已删除，请从列表进入。",
                "It does not exist or was removed; open it from its list.",
            ),
        ),
        "stale_version" => (
            Text::new("内容已被他人修改", "Somebody else has changed this"),
            Text::new(
                "本次没有保存，所填内容保留。请核对最新内容后再保存。",
                "Nothing was saved and your entries are kept. Compare with the newest content, then save again.",
            ),
        ),
        "too_large" => (
            Text::new("内容过大", "Too large"),
            Text::new(
                "本次没有保存，所填内容保留。请减少内容后重试。",
                "Nothing was saved and your entries are kept. Shorten them and try again.",
            ),
        ),
        "cross_site" => (
            Text::new("请求来源不符，未予办理", "The request came from another site and was refused"),
            Text::new("请从本系统页面重新操作。", "Do it again from a page of this system."),
        ),
        "repeated_key" => (
            Text::new("同一操作已提交过不同内容", "The same act was already sent with other content"),
            Text::new(
                "本次没有保存。请刷新页面核对后重试。",
                "Nothing was saved. Reload the page, check, and try again.",
            ),
        ),
        "unavailable" => (
            Text::new("服务器繁忙", "The server is busy"),
            Text::new(
                "本次操作没有完成，所填内容保留。请稍后重试。",
                "Nothing was done and your entries are kept. Try again in a moment.",
            ),
        ),
        "outcome_unknown" => (
            Text::new("是否已保存尚不能确定", "Whether it was saved is not known"),
            Text::new(
                "所填内容保留。请稍后用同样内容再提交一次，已保存的不会重复保存。",
                "Your entries are kept. Send the same again in a moment: what was saved is not saved twice.",
            ),
        ),
        "internal" => (
            Text::new("服务器出错", "The server failed"),
            Text::new(
                "本次操作没有完成，所填内容保留。请稍后重试，仍不成功请联系系统管理员。",
                "Nothing was done and your entries are kept. Try again; if it fails again, tell the system administrator.",
            ),
        ),
        _ => return None,
    })
}
