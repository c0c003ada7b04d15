//! The interface as OpenAPI 3.1, made from the register of routes and the contract's own types.
//!
//! Names of queries and bodies come from the types themselves, by asking serde which fields they have; the meaning of
//! each field is in the documentation of `anju_domain::api`.

use crate::{
    http::{access::Access, precondition::IDEMPOTENCY_KEY},
    routes::{ROUTES, Route, name_of},
};
use anju_domain::api::{
    ChangePassword, Endpoint, EnterIntoPlan, ListCommunities, PutFunding, ReadAudit, ReadDossier, ReadFacts,
    ReadIndicator, ReadOverview, ReadSession, SignIn, SignOut,
};
use serde::{
    Deserialize, Deserializer,
    de::{Error as _, Visitor, value::Error},
    forward_to_deserialize_any,
};
use serde_json::{Map, Value, json};

/// The fields of an endpoint's query, request and reply.
struct Fields {
    path: &'static str,
    method: &'static str,
    query: &'static [&'static str],
    request: &'static [&'static str],
    reply: &'static [&'static str],
}

/// The document.
pub fn document() -> Value {
    let contract = contract();
    let mut paths = Map::new();
    for route in ROUTES {
        let fields = contract.iter().find(|fields| fields.path == route.path && fields.method == route.method_name());
        let entry = paths.entry(route.path).or_insert_with(|| json!({}));
        if let Value::Object(methods) = entry {
            methods.insert(route.method_name().to_lowercase(), operation(route, fields));
        }
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
            "schemas": { "Problem": object(fields_of::<anju_domain::api::Problem>()) },
        },
    })
}

fn operation(route: &Route, fields: Option<&Fields>) -> Value {
    let mut parameters: Vec<Value> = route
        .path
        .split('/')
        .filter_map(|segment| segment.strip_prefix('{')?.strip_suffix('}'))
        .map(|name| json!({ "name": name, "in": "path", "required": true, "schema": { "type": "string" } }))
        .collect();
    for name in fields.map_or(&[][..], |fields| fields.query) {
        parameters.push(json!({ "name": name, "in": "query", "required": false, "schema": {} }));
    }
    if route.writes {
        for (name, about) in [
            ("If-Match", "The version that was seen, such as \"3\"."),
            (IDEMPOTENCY_KEY.as_str(), "The same for every repetition of one act."),
        ] {
            parameters.push(json!({ "name": name, "in": "header", "required": true, "description": about, "schema": { "type": "string" } }));
        }
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
            "2XX": { "description": "done" },
            "default": { "description": "a problem", "content": { "application/problem+json": { "schema": { "$ref": "#/components/schemas/Problem" } } } },
        },
    });
    if route.access != Access::Public {
        operation["security"] = json!([{ "session": [] }]);
    }
    if let Some(fields) = fields {
        if !fields.request.is_empty() {
            operation["requestBody"] =
                json!({ "required": true, "content": { "application/json": { "schema": closed(fields.request) } } });
        }
        if !fields.reply.is_empty() {
            operation["responses"]["2XX"]["content"] =
                json!({ "application/json": { "schema": object(fields.reply) } });
        }
    }
    operation
}

fn object(fields: &[&str]) -> Value {
    let properties: Map<String, Value> = fields.iter().map(|field| ((*field).to_owned(), json!({}))).collect();
    json!({ "type": "object", "properties": properties })
}

/// An object in which unknown fields are refused.
fn closed(fields: &[&str]) -> Value {
    let mut schema = object(fields);
    schema["additionalProperties"] = json!(false);
    schema
}

fn contract() -> Vec<Fields> {
    vec![
        of::<SignIn>(),
        of::<ReadSession>(),
        of::<SignOut>(),
        of::<ChangePassword>(),
        of::<ReadOverview>(),
        of::<ReadIndicator>(),
        of::<ReadFacts>(),
        of::<ListCommunities>(),
        of::<ReadDossier>(),
        of::<PutFunding>(),
        of::<EnterIntoPlan>(),
        of::<ReadAudit>(),
    ]
}

fn of<E: Endpoint>() -> Fields {
    Fields {
        path: E::PATH,
        method: name_of(E::METHOD),
        query: fields_of::<E::Query>(),
        request: fields_of::<E::Request>(),
        reply: fields_of::<E::Reply>(),
    }
}

/// The fields of a type; none when it is not a structure.
fn fields_of<'de, T: Deserialize<'de>>() -> &'static [&'static str] {
    let mut asked = Asked(&[]);
    let _ = T::deserialize(&mut asked);
    asked.0
}

/// Notes which fields a structure asks for, and gives it nothing.
struct Asked(&'static [&'static str]);

impl<'de> Deserializer<'de> for &mut Asked {
    type Error = Error;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Error> {
        Err(Error::custom("only asked"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        _: V,
    ) -> Result<V::Value, Error> {
        self.0 = fields;
        Err(Error::custom("only asked"))
    }

    forward_to_deserialize_any! {
        bool i8 i16 i32 i64 i128 u8 u16 u32 u64 u128 f32 f64 char str string bytes byte_buf option unit unit_struct
        newtype_struct seq tuple tuple_struct map enum identifier ignored_any
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_is_described_with_the_fields_of_its_types() {
        let document = document();
        for route in ROUTES {
            assert!(document["paths"][route.path][route.method_name().to_lowercase()].is_object(), "{}", route.path);
        }
        let funding = &document["paths"]["/api/v1/dossiers/{id}/funding"]["put"];
        assert!(
            funding["requestBody"]["content"]["application/json"]["schema"]["properties"]["commitments"].is_object()
        );
        assert_eq!(funding["parameters"].as_array().unwrap().len(), 3);
        let list = &document["paths"]["/api/v1/communities"]["get"]["parameters"];
        assert!(list.as_array().unwrap().iter().any(|parameter| parameter["name"] == "search"), "{list}");
    }
}
