// What Swagger UI does differently here. The page reads a table of contents of the document and fetches each operation, with
// its schemas in place, when it is opened: the page's own resolver walks through the whole document for each of them.
(function () {
  "use strict";
  const MOST_SHOWN = 60;
  const original = window.SwaggerUIBundle;

  /** Words of a search in small letters, the ending of a Russian word cut off: «удостоверение» finds «удостоверений». */
  function stems(phrase) {
    return fold(phrase)
      .split(/\s+/)
      .filter(Boolean)
      .map((word) => (/^[а-я]{5,}$/.test(word) ? word.replace(/[аеийоуыьэюя]{1,2}$/, "") : word));
  }

  function fold(text) {
    return String(text ?? "").toLowerCase().replaceAll("ё", "е");
  }

  function methodCentre(system) {
    const React = system.React;
    /** What is looked up of the document for each heading that is drawn. */
    let known = {};
    function look() {
      const document = system.getSystem().specSelectors.specJson();
      if (known.document !== document) {
        const groups = new Map();
        document.get("x-tagGroups")?.forEach((group) =>
          group.get("tags").forEach((name) => groups.set(name, group.get("name")))
        );
        const tags = new Map((document.get("tags")?.toArray() ?? []).map((tag) => [tag.get("name"), tag]));
        known = { document, groups, tags, names: [...tags.keys()] };
      }

      return known;
    }

    const tagNamed = (name) => look().tags.get(name);

    const groupOf = (name) => look().groups.get(name);

    /** The heading above, among those that a search leaves. */
    function above(name) {
      const phrase = system.getSystem().layoutSelectors.currentFilter();
      const shown = phrase && phrase !== true && last.found ? last.found.keySeq().toArray() : look().names;
      return shown[shown.indexOf(name) - 1];
    }

    let last = {};

    /** Of the operations those in which every word is found; a heading that has all of them keeps all of its own. */
    function opsFilter(tagged, phrase) {
      const { document } = look();
      if (last.document !== document || last.phrase !== phrase) {
        last = { document, phrase, found: find(tagged, phrase) };
      }

      return last.found;
    }

    /** What a search finds is shown, unless it is so much that the headings tell more. */
    const updateFilter = (original) => (phrase) => {
      original(phrase);
      const { layoutActions, specSelectors } = system.getSystem();
      const found = specSelectors.taggedOperations();
      const count = found.reduce((sum, heading) => sum + heading.get("operations").size, 0);
      const open = Boolean(phrase) && phrase !== true && count <= MOST_SHOWN;
      found.forEach((_, name) => layoutActions.show(["operations-tag", name], open));
    };

    function find(tagged, phrase) {
      const words = stems(phrase);
      const titles = search((tag) => [tag?.get("name"), tag?.get("x-displayName")]);
      // A word that is in no title may stand in what a heading says of itself.
      return titles.size > 0
        ? titles
        : search((tag) => [tag?.get("name"), tag?.get("x-displayName"), tag?.get("description")]);

      function search(textsOf) {
        return tagged
          .map((heading, name) => {
            const head = textsOf(tagNamed(name)).join("\n");
            if (hasAll(head)) {
              return heading;
            }

            const found = heading
              .get("operations")
              .filter((one) =>
                hasAll(head, one.getIn(["operation", "summary"]), one.getIn(["operation", "operationId"]), one.get("path"))
              );
            return found.size > 0 ? heading.set("operations", found) : null;
          })
          .filter((heading) => heading !== null);
      }

      function hasAll(...texts) {
        const text = fold(texts.join("\n"));
        return words.every((word) => text.includes(word));
      }
    }

    /** An operation is fetched when it is opened; the rest of the document is at hand. */
    function requestResolvedSubtree(path) {
      const { specActions, specSelectors } = system.getSystem();
      const [place, , method] = path;
      const present = specSelectors.specJson().getIn(path);
      if (place !== "paths" || !method) {
        specActions.updateResolvedSubtree(path, present?.toJS?.() ?? {});
        return;
      }

      const contents = specSelectors.url();
      const part = new URL(`operations/${present.get("operationId")}.json`, new URL(contents, location.href));
      fetch(part)
        .then((answer) => answer.json())
        .then((operation) => {
          if (system.getSystem().specSelectors.url() === contents) {
            specActions.updateResolvedSubtree(path, operation);
          }
        });
    }

    return {
      fn: { opsFilter },
      statePlugins: {
        layout: { wrapActions: { updateFilter } },
        spec: { wrapActions: { requestResolvedSubtree: () => requestResolvedSubtree } },
      },
      wrapComponents: {
        // A heading is named in the reader's language; its name in the document stays that of the generated clients.
        DeepLink: (Original) => (props) => {
          const shown = tagNamed(props.text)?.get("x-displayName");
          return React.createElement(Original, shown ? { ...props, text: shown } : props);
        },
        // Headings of one group stand under its name.
        OperationTag: (Original) => (props) => {
          const group = groupOf(props.tag);
          const isFirst = group && group !== groupOf(above(props.tag));
          return React.createElement(
            React.Fragment,
            null,
            isFirst ? React.createElement("h2", { className: "heading-group" }, group) : null,
            React.createElement(Original, props)
          );
        },
      },
    };
  }

  window.SwaggerUIBundle = Object.assign(
    (config) => original({ ...config, plugins: [...(config.plugins ?? []), methodCentre] }),
    original
  );
})();
