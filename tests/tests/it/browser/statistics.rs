//! A leader finds why a community lags and who answers for it, through the charts.

use super::journey;

#[test]
fn from_a_lag_to_whoever_answers_for_it() {
    journey("statistics", &[]);
}
