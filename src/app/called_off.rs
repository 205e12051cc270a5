use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering::Relaxed},
};

/// Tells a worker that nobody waits for its work any more.
#[derive(Clone, Debug, Default)]
pub struct CalledOff(Arc<AtomicBool>);

impl CalledOff {
    pub fn is_so(&self) -> bool {
        self.0.load(Relaxed)
    }

    /// Whether both tell of the same work.
    pub fn is_same(&self, other: &Self) -> bool {
        Arc::ptr_eq(&self.0, &other.0)
    }
}

/// Somebody who waits for a worker; when they are gone, its work is called off.
#[derive(Debug, Default)]
pub struct Waiting(CalledOff);

impl Waiting {
    /// What the worker has to look at now and then.
    pub fn called_off(&self) -> CalledOff {
        self.0.clone()
    }
}

impl Drop for Waiting {
    fn drop(&mut self) {
        self.0.0.store(true, Relaxed);
    }
}
