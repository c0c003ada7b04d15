//! Who may do what is declared beside each route of the server; this names the roles (section 11).

use crate::vocabulary::vocabulary;

vocabulary! {
    /// A role of section 11.
    #[derive(Default)]
    Role {
        /// Reads all charts and bulletins.
        #[default]
        Leader = "领导小组组长", "leader";
        /// Keeps ledgers and plans, reviews what others submit.
        Office = "领导小组办公室", "office";
        /// A member unit: its own duties.
        Unit = "成员单位", "member unit";
        /// The town: surveys, consent, opinions.
        Town = "城关镇", "town";
        /// Reports of own projects.
        ProjectOwner = "建设单位", "project owner";
        /// Own lines, agreements and receipts.
        Operator = "管线单位", "operator";
        /// Reads everything and the audit log.
        Auditor = "审计员", "auditor";
        /// Accounts, settings, backup; sees no ledger.
        SystemAdministrator = "系统管理员", "system administrator";
        /// Roles and the audit log; sees no ledger.
        SecurityAdministrator = "安全管理员", "security administrator";
    }
}
