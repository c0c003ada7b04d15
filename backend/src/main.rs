//! The program `anju`: the server and the command line. Everything is in the library, where tests reach it.

fn main() -> std::process::ExitCode {
    anju_server::command::run()
}
