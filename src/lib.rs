//! Quotemark: an article reader that shows who is speaking, and keeps a reader's notes beside the text.
//!
//! Text flows one way: [`open`] turns a file into an [`article::Article`], [`speech`] finds who says what in it,
//! [`notes`] and [`sidecar`] hold and keep what the reader writes, [`reading`] joins the three, [`export`] writes it for
//! other programs, and [`app`] shows it.
//! Only [`app`] knows of a window.

pub mod app;
pub mod article;
pub mod cli;
pub mod excerpt;
pub mod export;
pub mod folders;
pub mod notes;
pub mod open;
pub mod reading;
pub mod refusal;
pub mod sidecar;
pub mod speech;
