//! 到位、支付: receipts, payments, and what is taken back.

use super::{Changed, Stamp, StoredAct};
use anju_domain::{
    acts::{SavePayment, SaveReceipt, TakeBackMoney},
    model::ProjectCommunity,
};

impl StoredAct for SaveReceipt {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}

impl StoredAct for SavePayment {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}

impl StoredAct for TakeBackMoney {
    fn changed(changes: ProjectCommunity, _: &Stamp<'_>) -> Changed {
        Changed::project_community(changes)
    }
}
