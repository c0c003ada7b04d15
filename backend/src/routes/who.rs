//! Who may use the routes (section 11), by what they are for.

use crate::http::access::Access;
use anju_domain::model::Role;

/// Who looks at the shared figures (section 11): everybody but the two administrators.
pub(super) const FIGURES: Access = Access::Roles(&[
    Role::Leader,
    Role::Office,
    Role::Auditor,
    Role::Unit,
    Role::Town,
    Role::ProjectOwner,
    Role::Operator,
]);
/// Who reads ledgers.
pub(super) const LEDGERS: Access = Access::Roles(&[Role::Leader, Role::Office, Role::Auditor]);
/// Who keeps them.
pub(super) const KEEPERS: Access = Access::Roles(&[Role::Office]);
/// Who reads tasks: units and the town their own, the others all.
pub(super) const TASKS: Access = Access::Roles(&[Role::Leader, Role::Office, Role::Auditor, Role::Unit, Role::Town]);
/// Who works on tasks: units and the town on their own, the office for bodies without an account too.
pub(super) const WORKERS: Access = Access::Roles(&[Role::Office, Role::Unit, Role::Town]);
/// Who reads monthly reports: project owners their own, the others all.
pub(super) const REPORTS: Access = Access::Roles(&[Role::Leader, Role::Office, Role::Auditor, Role::ProjectOwner]);
/// Who writes and sends them: project owners their own, the office for those without an account too.
pub(super) const REPORTERS: Access = Access::Roles(&[Role::Office, Role::ProjectOwner]);
/// Who sees files: those of the tasks and reports that one sees.
pub(super) const FILES: Access =
    Access::Roles(&[Role::Leader, Role::Office, Role::Auditor, Role::Unit, Role::Town, Role::ProjectOwner]);
/// Who brings files: whoever works on tasks or reports.
pub(super) const BRINGERS: Access = Access::Roles(&[Role::Office, Role::Unit, Role::Town, Role::ProjectOwner]);
/// Who reads the audit log.
pub(super) const AUDIT: Access = Access::Roles(&[Role::Auditor, Role::SecurityAdministrator]);
/// Who keeps the accounts.
pub(super) const ACCOUNTS: Access = Access::Roles(&[Role::SystemAdministrator]);
/// Who sees the backups.
pub(super) const BACKUPS: Access = Access::Roles(&[Role::SystemAdministrator, Role::Auditor]);
/// Who watches the server.
pub(super) const WATCH: Access = Access::LocalOr(&[Role::SystemAdministrator]);
