//! Signing in and the own password.

super::words! {
    TITLE = "登录", "Sign in";
    LEAD = "请用领导小组办公室发放的账号登录。", "Sign in with the account that the office of the leading group gave you.";
    USER = "账号", "Account";
    PASSWORD = "密码", "Password";
    SHOW = "显示密码", "Show password";
    SUBMIT = "登录", "Sign in";
    BUSY = "正在登录……", "Signing in …";
    USER_MISSING = "请填写账号", "Enter the account";
    PASSWORD_MISSING = "请填写密码", "Enter the password";
    REFUSED = "账号或密码不正确，请核对后重试", "The account or the password is not right; check both and try again";
    TOO_MANY = "登录失败次数过多，请稍后再试", "Too many failed attempts; wait a while and try again";
    TOO_MANY_SECONDS = "登录失败次数过多，请{n}秒后再试", "Too many failed attempts; try again in {n} seconds";
    EXPIRED = "登录已超时，请重新登录。未提交的草稿保存在本机，登录后回到原页面。", "Your session has ended. Drafts are kept on this device; signing in brings you back to the same page.";
    SIGNED_OUT = "已退出登录。", "You have signed out.";

    CHANGE_TITLE = "修改密码", "Change password";
    CHANGE_LEAD = "修改后，本账号在其他设备上的登录即失效。", "Afterwards all other sessions of this account end.";
    CURRENT = "当前密码", "Current password";
    NEW = "新密码", "New password";
    NEW_HINT = "至少12个字符，不要与账号相同。", "At least 12 characters, not the name of the account.";
    REPEAT = "再次输入新密码", "New password again";
    CHANGE_SUBMIT = "修改密码", "Change password";
    CHANGE_BUSY = "正在修改……", "Changing …";
    CURRENT_MISSING = "请填写当前密码", "Enter the current password";
    CURRENT_WRONG = "当前密码不正确", "The current password is not right";
    NEW_SHORT = "新密码至少12个字符", "The new password needs at least 12 characters";
    NEW_SAME = "新密码不能与当前密码相同", "The new password must differ from the current one";
    REPEAT_DIFFERS = "两次输入的新密码不一致", "The two new passwords differ";
    CHANGED = "密码已修改，其他设备上的登录已失效。", "The password is changed; other sessions of this account have ended.";
}

/// Why the server refuses a new password, by the reason that it gives.
pub fn password_refused(why: &str) -> Option<crate::language::Text> {
    use crate::language::Text;
    Some(match why {
        "password_short" => NEW_SHORT,
        "password_long" => Text::new("新密码过长，请缩短", "The new password is too long; shorten it"),
        "password_same" => NEW_SAME,
        "password_is_user" => Text::new("新密码不能包含账号", "The new password must not hold the name of the account"),
        "password_common" => {
            Text::new("新密码过于常见，请换一个", "The new password is too common; choose another one")
        }
        _ => return None,
    })
}
