//! The program `anju`: the server and the command line. Everything is in the library, where tests reach it.

/// Rows, plans and answers are many small allocations on several threads, of which this one makes less work.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    anju_server::command::run()
}
