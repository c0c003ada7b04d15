//! 新增小区: a new community with its project, or a known one in another project or for another year. Its dossier opens as
//! soon as it is there.

use crate::{
    browser,
    client::{Client, Failure, Options},
    ids::new_id,
    parts::{
        error_summary::ERROR_SUMMARY,
        failure::{FailureNote, Waiting},
        page_head::PageHead,
    },
    preferences::{language, say},
    remote::Remote,
    route::address,
    session::session,
    title,
};
use anju_domain::{
    acts::{NewCommunity, NewProject, Registration, RegistrationFacts, malformed_registration},
    api::{PostRegistration, ReadRegister, RegisterView},
    finding::Finding,
    language::Text,
    model::{Community, Project},
    rules,
    words::{communities, fill, funding, register as words, shell},
};
use leptos::{ev::SubmitEvent, prelude::*, task::spawn_local};
use uuid::Uuid;

/// What is typed and what became of it.
#[derive(Clone, Copy)]
struct Form {
    request: RwSignal<Registration>,
    /// Identities of what is new: the same until it is there.
    ids: StoredValue<(Uuid, Uuid)>,
    view: Remote<RegisterView>,
    /// What was found when it was tried.
    found: RwSignal<Vec<Finding>>,
    failure: RwSignal<Option<Failure>>,
    busy: RwSignal<bool>,
    key: StoredValue<Option<(Registration, Uuid)>>,
}

/// 新增小区
#[component]
pub(crate) fn Register() -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let view: Remote<RegisterView> = Remote::new();
    let ask = move || view.ask(async move { client.send::<ReadRegister>(&[], &(), &(), Options::default()).await });
    ask();
    let form = Form {
        request: RwSignal::new(Registration::default()),
        ids: StoredValue::new((new_id(), new_id())),
        view,
        found: RwSignal::new(Vec::new()),
        failure: RwSignal::new(None),
        busy: RwSignal::new(false),
        key: StoredValue::new(None),
    };
    let started = StoredValue::new(false);
    Effect::new(move || {
        if let Some(known) = view.get()
            && !started.get_value()
        {
            started.set_value(true);
            form.begin(&known);
        }
    });
    let is_here = Memo::new(move |_| view.is_here());
    view! {
        <PageHead title=Signal::derive(move || words::TITLE.get(language.get()).to_owned()) above=(communities::TITLE, "/communities") />
        <Show
            when=move || is_here.get()
            fallback=move || match view.failure() {
                Some(failure) => view! { <FailureNote failure retry=ask /> }.into_any(),
                None => view! { <Waiting /> }.into_any(),
            }
        >
            <Fields form />
        </Show>
    }
    .into_any()
}

impl Form {
    /// Everything new, with what is usual filled in.
    fn begin(self, known: &RegisterView) {
        let (community, project) = self.ids.get_value();
        let today = session().view_untracked().map(|view| view.today).unwrap_or_default();
        self.request.set(Registration {
            id: new_id(),
            plan_year: chrono::Datelike::year(&today),
            community,
            new_community: Some(NewCommunity {
                code: known.next_code.clone().unwrap_or_default(),
                division_code: known.division_code.clone(),
                township: known.township.clone(),
                ..NewCommunity::default()
            }),
            project,
            new_project: Some(NewProject::default()),
        });
    }

    /// What stops it, as far as the page knows; the server knows the rest.
    fn malformed(self) -> Vec<Finding> {
        let request = self.request.get_untracked();
        let view = self.view.get_untracked().unwrap_or_default();
        let community = view.communities.iter().find(|known| known.id == request.community);
        let project = view.projects.iter().find(|known| known.id == request.project);
        let facts = RegistrationFacts {
            codes: view.communities.iter().map(|known| known.code.clone()).collect(),
            community: community.map(|_| Community::default()),
            project: project.map(|_| Project::default()),
            ..RegistrationFacts::default()
        };
        malformed_registration(&facts, &request)
    }

    fn send(self, client: Client, error_mark: RwSignal<bool>) {
        if self.busy.get_untracked() {
            return;
        }
        let found = self.malformed();
        error_mark.set(!found.is_empty());
        self.failure.set(None);
        self.found.set(found.clone());
        if !found.is_empty() {
            browser::focus_soon(ERROR_SUMMARY);
            return;
        }
        self.busy.set(true);
        let request = self.request.get_untracked();
        let key = match self.key.get_value() {
            Some((known, key)) if known == request => key,
            _ => new_id(),
        };
        self.key.set_value(Some((request.clone(), key)));
        let address = address();
        spawn_local(async move {
            let options = Options { if_match: None, idempotency_key: Some(key.to_string()) };
            let answer = client.send::<PostRegistration>(&[], &(), &request, options).await;
            if self.busy.try_set(false).is_some() {
                return;
            }
            match answer {
                Ok(_) => address.go(&format!("/communities/{}", request.id), false),
                Err(failure) if !failure.findings().is_empty() => {
                    error_mark.set(true);
                    self.found.set(failure.findings().to_vec());
                    browser::focus_soon(ERROR_SUMMARY);
                }
                Err(failure) => self.failure.set(Some(failure)),
            }
        });
    }

    fn with_community(self, change: impl FnOnce(&mut NewCommunity)) {
        self.request.update(|request| {
            if let Some(community) = &mut request.new_community {
                change(community);
            }
        });
    }

    fn with_project(self, change: impl FnOnce(&mut NewProject)) {
        self.request.update(|request| {
            if let Some(project) = &mut request.new_project {
                change(project);
            }
        });
    }
}

/// The element of a path.
fn field_id(path: &str) -> String {
    format!("register-{}", path.replace(['/', '_'], "-"))
}

#[component]
fn Fields(form: Form) -> impl IntoView {
    let language = language();
    let client: Client = expect_context();
    let error_mark = title::error_mark();
    let submit = move |event: SubmitEvent| {
        event.prevent_default();
        form.send(client, error_mark);
    };
    let new_community = Memo::new(move |_| form.request.with(|request| request.new_community.is_some()));
    let new_project = Memo::new(move |_| form.request.with(|request| request.new_project.is_some()));
    let choose_community = move |is_new: bool| {
        if let Some(view) = form.view.get_untracked() {
            let fresh = NewCommunity {
                code: view.next_code.clone().unwrap_or_default(),
                division_code: view.division_code.clone(),
                township: view.township.clone(),
                ..NewCommunity::default()
            };
            form.request.update(|request| {
                request.new_community = is_new.then_some(fresh);
                request.community = if is_new { form.ids.get_value().0 } else { Uuid::nil() };
            });
        }
    };
    let choose_project = move |is_new: bool| {
        form.request.update(|request| {
            request.new_project = is_new.then(NewProject::default);
            request.project = if is_new { form.ids.get_value().1 } else { Uuid::nil() };
        });
    };
    let community = move |get: fn(&NewCommunity) -> &String| {
        move || form.request.with(|request| request.new_community.as_ref().map(get).cloned().unwrap_or_default())
    };
    let project = move |get: fn(&NewProject) -> &String| {
        move || form.request.with(|request| request.new_project.as_ref().map(get).cloned().unwrap_or_default())
    };
    let communities = move || {
        let view = form.view.get().unwrap_or_default();
        view.communities.iter().map(|known| (known.id, format!("{} {}", known.code, known.name))).collect::<Vec<_>>()
    };
    let projects = move || {
        let view = form.view.get().unwrap_or_default();
        view.projects.iter().map(|known| (known.id, known.name.clone())).collect::<Vec<_>>()
    };
    view! {
        <Summary form />
        {move || form.failure.get().map(|failure| view! {
            <p class="errors" role="alert"><b>{failure.title(language.get())}</b>" "{failure.detail(language.get())}</p>
        })}
        <form class="sheet source-form" on:submit=submit novalidate>
            <p>{say(words::LEAD)}</p>
            <div class="record">
                <Line form path="plan_year" name=words::PLAN_YEAR
                    value=move || form.request.with(|request| request.plan_year.to_string())
                    on_text=move |text: String| form.request.update(|request| request.plan_year = text.trim().parse().unwrap_or_default()) />
            </div>
            <fieldset class="field">
                <legend>{say(words::COMMUNITY)}</legend>
                <Either group="community" is_new=new_community choose=choose_community />
            </fieldset>
            <Show when=move || new_community.get()
                fallback=move || view! {
                    <Known form path="community" name=words::WHICH_COMMUNITY options=communities
                        value=move || form.request.with(|request| request.community)
                        on_pick=move |id| form.request.update(|request| request.community = id) />
                }>
                <div class="record">
                    <Line form path="new_community/code" name=words::CODE hint=words::CODE_HINT value=community(|new| &new.code)
                        on_text=move |text: String| form.with_community(|new| new.code = text.trim().to_owned()) />
                    <Line form path="new_community/name" name=words::NAME value=community(|new| &new.name)
                        on_text=move |text| form.with_community(|new| new.name = text) />
                    <Line form path="new_community/neighbourhood" name=words::NEIGHBOURHOOD value=community(|new| &new.neighbourhood)
                        on_text=move |text| form.with_community(|new| new.neighbourhood = text) />
                    <Line form path="new_community/address" name=words::ADDRESS value=community(|new| &new.address)
                        on_text=move |text| form.with_community(|new| new.address = text) />
                    <Line form path="new_community/township" name=words::TOWNSHIP value=community(|new| &new.township)
                        on_text=move |text| form.with_community(|new| new.township = text) />
                    <Line form path="division_code" name=words::DIVISION_CODE value=community(|new| &new.division_code)
                        on_text=move |text: String| form.with_community(|new| new.division_code = text.trim().to_owned()) />
                </div>
            </Show>
            <fieldset class="field">
                <legend>{say(words::PROJECT)}</legend>
                <Either group="project" is_new=new_project choose=choose_project />
            </fieldset>
            <Show when=move || new_project.get()
                fallback=move || view! {
                    <Known form path="project" name=words::WHICH_PROJECT options=projects
                        value=move || form.request.with(|request| request.project)
                        on_pick=move |id| form.request.update(|request| request.project = id) />
                }>
                <div class="record">
                    <Line form path="new_project/name" name=words::PROJECT_NAME value=project(|new| &new.name)
                        on_text=move |text| form.with_project(|new| new.name = text) />
                    <Line form path="new_project/project_owner" name=words::PROJECT_OWNER value=project(|new| &new.project_owner)
                        on_text=move |text| form.with_project(|new| new.project_owner = text) />
                </div>
            </Show>
            <div class="bar">
                <button class="btn main" type="submit" aria-disabled=move || form.busy.get().then_some("true")>
                    {move || if form.busy.get() { words::BUSY } else { words::SUBMIT }.get(language.get())}
                </button>
                <a class="btn" href="/communities">{say(shell::CANCEL)}</a>
            </div>
        </form>
    }
    .into_any()
}

/// What stops it, each leading to its field.
#[component]
fn Summary(form: Form) -> impl IntoView {
    let language = language();
    let entry = move |finding: Finding| {
        let id = field_id(&finding.path);
        let target = id.clone();
        let lead = move |event: leptos::ev::MouseEvent| {
            event.prevent_default();
            browser::focus(&target);
        };
        view! { <li><a href=format!("#{id}") on:click=lead>{rules::message(&finding, language.get())}</a></li> }
    };
    move || {
        let found = form.found.get();
        (!found.is_empty()).then(|| {
            view! {
                <div class="errors" id=ERROR_SUMMARY tabindex="-1" role="alert">
                    <h2>{fill(funding::FAULTS, language.get(), &[("n", &found.len().to_string())])}</h2>
                    <p>{say(funding::FAULTS_DETAIL)}</p>
                    <ul>{found.into_iter().map(entry).collect_view()}</ul>
                </div>
            }
        })
    }
}

/// A new one or a known one.
#[component]
fn Either(group: &'static str, is_new: Memo<bool>, choose: impl Fn(bool) + Copy + 'static) -> impl IntoView {
    let radio = move |new: bool, name: Text| {
        view! {
            <label class="check">
                <input type="radio" name=group prop:checked=move || is_new.get() == new on:change=move |_| choose(new) />
                {say(name)}
            </label>
        }
    };
    view! { <div class="checks">{radio(true, words::IS_NEW)}{radio(false, words::IS_KNOWN)}</div> }
}

/// What is wrong with a field.
#[component]
fn Why(form: Form, path: &'static str) -> impl IntoView {
    let language = language();
    let text = move || {
        let found = form.found.read();
        found.iter().find(|finding| finding.path == path).map(|finding| rules::message(finding, language.get()))
    };
    view! { <p class="error" id=format!("{}-why", field_id(path)) hidden=move || text().is_none()>{text}</p> }
}

/// A line of text.
#[component]
fn Line(
    form: Form,
    path: &'static str,
    name: Text,
    #[prop(optional)] hint: Option<Text>,
    value: impl Fn() -> String + Send + Sync + Copy + 'static,
    on_text: impl Fn(String) + Copy + 'static,
) -> impl IntoView {
    let id = field_id(path);
    let is_wrong = move || form.found.with(|found| found.iter().any(|finding| finding.path == path));
    view! {
        <div class="field" class:wrong=is_wrong>
            <label for=id.clone()>{say(name)}</label>
            {hint.map(|hint| view! { <small>{say(hint)}</small> })}
            <Why form path />
            <input
                id=id.clone()
                autocomplete="off"
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=format!("{id}-why")
                prop:value=value
                on:input:target=move |event| on_text(event.target().value())
            />
        </div>
    }
    .into_any()
}

/// One of those that are known.
#[component]
fn Known(
    form: Form,
    path: &'static str,
    name: Text,
    options: impl Fn() -> Vec<(Uuid, String)> + Send + Sync + 'static,
    value: impl Fn() -> Uuid + Send + Sync + Copy + 'static,
    on_pick: impl Fn(Uuid) + Copy + 'static,
) -> impl IntoView {
    let id = field_id(path);
    let is_wrong = move || form.found.with(|found| found.iter().any(|finding| finding.path == path));
    let option = move |(id, name): (Uuid, String)| {
        view! { <option value=id.to_string() prop:selected=move || value() == id>{name}</option> }
    };
    view! {
        <div class="field" class:wrong=is_wrong>
            <label for=id.clone()>{say(name)}</label>
            <Why form path />
            <select
                id=id.clone()
                aria-invalid=move || is_wrong().then_some("true")
                aria-describedby=format!("{id}-why")
                on:change:target=move |event| on_pick(event.target().value().parse().unwrap_or_default())
            >
                <option value="" prop:selected=move || value().is_nil()>{say(words::CHOOSE)}</option>
                {move || options().into_iter().map(option).collect_view()}
            </select>
        </div>
    }
    .into_any()
}
