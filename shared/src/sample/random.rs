//! Dossiers made from a seed, for tests: the same seed gives the same dossier everywhere, natively and in the browser.
//!
//! A third of them is in order (no rule stops anything), a third nearly so (one to three faults as people make them), a third
//! absurd (figures, codes and dates that no form would send, but a file may). They are fictional throughout. [`damaged`] makes
//! texts that may be no dossiers at all.

mod absurd;
mod damaged;
mod money;
mod nearly;
mod papers;
mod seeded;
pub(super) mod valid;

pub use damaged::damaged;
pub use seeded::Seeded;

use crate::model::Dossier;

/// How good a dossier is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Quality {
    /// In order: nothing stops it at any gate.
    Valid,
    /// In order but for one to three faults.
    NearlyValid,
    /// Anything that a file can hold.
    Absurd,
}

impl Quality {
    /// Every quality.
    pub const ALL: [Self; 3] = [Self::Valid, Self::NearlyValid, Self::Absurd];
}

/// The dossier of a seed; neighbouring seeds differ in quality.
pub fn dossier(seed: u64) -> Dossier {
    let mut random = Seeded::new(seed);
    let quality = *random.pick(&Quality::ALL);
    with_quality(quality, &mut random)
}

/// The dossier of a seed, of this quality.
pub fn dossier_of(quality: Quality, seed: u64) -> Dossier {
    with_quality(quality, &mut Seeded::new(seed))
}

fn with_quality(quality: Quality, random: &mut Seeded) -> Dossier {
    let mut dossier = valid::dossier(random);
    match quality {
        Quality::Valid => {}
        Quality::NearlyValid => nearly::spoil(&mut dossier, random),
        Quality::Absurd => absurd::spoil(&mut dossier, random),
    }
    dossier
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::json;

    #[test]
    fn a_seed_gives_one_dossier_that_reads_back_as_it_was_written() {
        for seed in 0..300 {
            let made = dossier(seed);
            assert_eq!(made, dossier(seed));
            let text = json::write(&made).unwrap();
            let read: Dossier = json::read_object(&text).unwrap_or_else(|fault| panic!("seed {seed}: {fault}"));
            assert_eq!(json::write(&read).unwrap(), text, "seed {seed}");
        }
    }

    #[test]
    fn every_quality_comes_and_neighbours_differ() {
        let many: Vec<Dossier> = (0..30).map(dossier).collect();
        for (index, one) in many.iter().enumerate() {
            assert!(!many[..index].contains(one));
        }
        assert!(many.iter().any(|dossier| dossier.project_community.plan_year == i32::MAX));
    }
}
