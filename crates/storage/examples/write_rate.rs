//! How many durable updates of one commitment a second: `cargo run --release -p anju-storage --example write_rate
//! [FOLDER or postgres://…] [TASKS] [SECONDS]`. Each update is an act with version, idempotency key and audit entry,
//! answered after its commit. The disk's own rate stands beside it, so that two machines can be compared.

use anju_domain::{
    acts::{FundingEntry, SaveFunding},
    exact::Money,
    model::Dossier,
    sample,
};
use anju_storage::{Location, Storage, Who, WriteKey};
use chrono::{NaiveDate, Utc};
use std::{
    env,
    error::Error,
    fs::{self, File},
    io::Write,
    path::{Path, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicBool, Ordering},
    },
    time::{Duration, Instant},
};

#[tokio::main]
async fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = env::args().skip(1);
    let place = arguments.next().unwrap_or_else(|| "target/write_rate".to_owned());
    let tasks: usize = arguments.next().map_or(Ok(64), |text| text.parse())?;
    let seconds: u64 = arguments.next().map_or(Ok(5), |text| text.parse())?;
    let location = if place.starts_with("postgres") {
        Location::Url(place)
    } else {
        let folder = PathBuf::from(place);
        if folder.join("anju.sqlite").exists() {
            fs::remove_dir_all(&folder)?;
        }
        fs::create_dir_all(&folder)?;
        println!("disk: {:.0} fdatasync/s of 4 KiB", sync_rate(&folder)?);
        Location::Folder(folder)
    };
    let storage = Storage::open(location).await?;
    let sample = sample::programme();
    let who = Who { user: "office".to_owned(), display: "领导小组办公室".to_owned() };
    storage.load_programme(&sample.programme, &sample.plans, &sample.dossiers, &who, Utc::now()).await?;

    let is_over = Arc::new(AtomicBool::new(false));
    let started = Instant::now();
    let workers: Vec<_> = (0..tasks)
        .map(|at| {
            let dossier = sample.dossiers[at % sample.dossiers.len()].clone();
            tokio::spawn(work(storage.clone(), dossier, who.clone(), at, Arc::clone(&is_over)))
        })
        .collect();
    tokio::time::sleep(Duration::from_secs(seconds)).await;
    is_over.store(true, Ordering::Relaxed);
    let mut times = Vec::new();
    for worker in workers {
        times.extend(worker.await??);
    }
    let elapsed = started.elapsed();
    times.sort_unstable();
    let at = |share: usize| times.get(times.len() * share / 1_000).copied().unwrap_or_default();
    println!(
        "{tasks} tasks: {:.0} updates/s, median {:?}, p99 {:?}, longest {:?}",
        times.len() as f64 / elapsed.as_secs_f64(),
        at(500),
        at(990),
        times.last().copied().unwrap_or_default(),
    );
    let report = storage.verify().await?;
    println!("verify: {} entries, {} objects, {} faults", report.entries, report.objects, report.faults.len());
    storage.close().await?;
    Ok(())
}

/// Updates one commitment until it is over; gives the time of each update.
async fn work(
    storage: Storage,
    dossier: Dossier,
    who: Who,
    task: usize,
    is_over: Arc<AtomicBool>,
) -> Result<Vec<Duration>, anju_storage::StorageError> {
    let today = NaiveDate::from_ymd_opt(2022, 10, 8).unwrap_or_default();
    let (programme, object) = (dossier.programme.id, dossier.project_community.id);
    let commitments = dossier.project_community.commitments;
    let place = task % commitments.len();
    let mut request = FundingEntry { commitments: commitments.into_iter().map(Into::into).collect() };
    let mut times = Vec::new();
    while !is_over.load(Ordering::Relaxed) {
        request.commitments[place].amount = request.commitments[place].amount.plus(Money::from_fen(1));
        let key = WriteKey { idempotency: Some(format!("{task}-{}", times.len())), version: None };
        let started = Instant::now();
        storage.perform::<SaveFunding>(programme, &who, &key, object, request.clone(), today, Utc::now()).await?;
        times.push(started.elapsed());
    }
    Ok(times)
}

fn sync_rate(folder: &Path) -> std::io::Result<f64> {
    let path = folder.join("sync_rate");
    let mut file = File::create(&path)?;
    let started = Instant::now();
    let mut count = 0_u32;
    while started.elapsed() < Duration::from_secs(1) {
        file.write_all(&[0; 4096])?;
        file.sync_data()?;
        count += 1;
    }
    let rate = f64::from(count) / started.elapsed().as_secs_f64();
    fs::remove_file(path)?;
    Ok(rate)
}
