//! The interface as OpenAPI 3.1, made from the register of routes and the contract's own types.
//!
//! Schemas are derived beside the types (`utoipa::ToSchema`, feature `openapi` of the domain), so that they say what
//! serde reads and writes. The file `backend/tests/openapi.json` shows each change of the interface in review.

use crate::{
    http::{
        access::Access,
        precondition::{IDEMPOTENCY_KEY, Takes},
    },
    routes::{ROUTES, Route},
};
use anju_domain::api::{Endpoint, Problem};
use serde_json::{Map, Value, json};
use utoipa::{
    ToSchema,
    openapi::{RefOr, Schema},
};

/// What a route takes and gives.
#[derive(Clone, Debug, Default)]
pub struct Contract {
    /// Parameters of the query.
    query: Vec<Value>,
    /// Schema of the JSON body, when there is one.
    request: Option<Value>,
    /// Schema of the JSON reply, when there is one.
    reply: Option<Value>,
    /// The schemas that these refer to, by name.
    schemas: Map<String, Value>,
}

/// What an endpoint takes and gives.
pub fn endpoint<E: Endpoint>() -> Contract {
    let mut contract = asking::<E::Query>();
    contract.request = contract.take::<E::Request>();
    contract.reply = contract.take::<E::Reply>();
    contract
}

/// What a reading that gives a file asks for.
pub fn asking<Q: ToSchema>() -> Contract {
    let mut contract = Contract::default();
    if contract.take::<Q>().is_some() {
        // It is spread over the parameters and referred to by nothing.
        contract.query = parameters(contract.schemas.remove(Q::name().as_ref()).unwrap_or_default());
    }
    contract
}

/// What a reading outside the contract of server and browser gives.
pub fn reading<T: ToSchema>() -> Contract {
    let mut contract = Contract::default();
    contract.reply = contract.take::<T>();
    contract
}

impl Contract {
    /// A reference to the schema of a type, or a list of them, which is kept with those that it refers to; none for `()`.
    fn take<T: ToSchema>(&mut self) -> Option<Value> {
        let name = T::name();
        if name == <()>::name() {
            return None;
        }
        let mut schemas = Vec::new();
        T::schemas(&mut schemas);
        // A list has no name of its own: it stands where it is used.
        let is_list = name == <Vec<String>>::name();
        if !is_list {
            schemas.push((name.to_string(), T::schema()));
        }
        self.schemas.extend(schemas.into_iter().map(|(name, schema)| (name, value(schema))));
        if is_list {
            return Some(value(T::schema()));
        }
        Some(json!({ "$ref": format!("#/components/schemas/{name}") }))
    }
}

fn value(schema: RefOr<Schema>) -> Value {
    serde_json::to_value(schema).unwrap_or_default()
}

/// The fields of a query's schema as parameters.
fn parameters(mut schema: Value) -> Vec<Value> {
    let Value::Object(fields) = schema["properties"].take() else { return Vec::new() };
    let parameter = |(name, mut schema): (String, Value)| {
        let about = schema.as_object_mut().and_then(|schema| schema.remove("description"));
        let mut parameter = json!({ "name": name, "in": "query", "required": false, "schema": schema });
        if let Some(about) = about {
            parameter["description"] = about;
        }
        parameter
    };
    fields.into_iter().map(parameter).collect()
}

/// The document.
pub fn document() -> Value {
    let mut paths = Map::new();
    let mut schemas = reading::<Problem>().schemas;
    for route in ROUTES {
        let contract = route.contract.map(|contract| contract()).unwrap_or_default();
        let entry = paths.entry(route.path).or_insert_with(|| json!({}));
        if let Value::Object(methods) = entry {
            methods.insert(route.method_name().to_lowercase(), operation(route, &contract));
        }
        schemas.extend(contract.schemas);
    }
    json!({
        "openapi": "3.1.0",
        "info": {
            "title": "安居 Anju",
            "version": env!("CARGO_PKG_VERSION"),
            "description": "Money is in fen, area in hundredths of ㎡, progress in tenths of a percent, all integers.",
        },
        "paths": paths,
        "components": {
            "securitySchemes": { "session": { "type": "apiKey", "in": "cookie", "name": "anju",
                "description": "`__Host-anju` behind https, `anju` on loopback; from POST /api/v1/session." } },
            "schemas": schemas,
        },
    })
}

fn operation(route: &Route, contract: &Contract) -> Value {
    let text = json!({ "type": "string" });
    let in_path = |name| json!({ "name": name, "in": "path", "required": true, "schema": text });
    let in_header =
        |name, about| json!({ "name": name, "in": "header", "required": true, "description": about, "schema": text });
    let names = route.path.split('/').filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'));
    let mut parameters: Vec<Value> = names.map(in_path).chain(contract.query.iter().cloned()).collect();
    if route.takes == Takes::VersionAndKey {
        parameters.push(in_header("If-Match", "The version that was seen, such as \"3\"."));
    }
    if route.takes != Takes::Nothing {
        parameters.push(in_header(IDEMPOTENCY_KEY.as_str(), "The same for every repetition of one act."));
    }
    let roles: Value = match route.access {
        Access::Public => json!("public"),
        Access::SignedIn => json!("signed in"),
        Access::Roles(roles) | Access::LocalOr(roles) => roles.iter().map(|role| role.code()).collect(),
    };
    let mut operation = json!({
        "operationId": route.name,
        "parameters": parameters,
        "x-roles": roles,
        "responses": {
            "default": { "description": "a problem", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } },
        },
    });
    let (status, done) = match (&contract.reply, route.kind) {
        (Some(reply), kind) => ("200", json!({ "description": "done", "content": { kind: { "schema": reply } } })),
        (None, JSON) => ("204", json!({ "description": "done" })),
        (None, kind) => ("200", json!({ "description": "done", "content": { kind: { "schema": text } } })),
    };
    operation["responses"][status] = done;
    if route.access != Access::Public {
        operation["security"] = json!([{ "session": [] }]);
    }
    if let Some(request) = &contract.request {
        operation["requestBody"] = json!({ "required": true, "content": { JSON: { "schema": request } } });
    }
    operation
}

/// The media type of requests and of most replies.
pub const JSON: &str = "application/json";
