using System.Text.Json;
using FluentValidation;
using MethodCenter.Application.Common.Changes;

namespace MethodCenter.Application.Office.Changes;

/// <summary>The changes behind a position, as far as the caller may see what they are of.</summary>
[Permission(ChangePermissions.Read)]
public sealed record ListChanges : IQuery<ChangePage>
{
    public const int DefaultLimit = 100;
    public const int MostLimit = 1000;
    public const int LongestWait = 30;

    /// <summary>
    /// Only changes after this position: <c>position</c> of the previous page; 0: from the beginning.
    /// </summary>
    public long After { get; init; }

    /// <summary>Resources separated by commas, e.g. <c>employees,courses</c>; without it, all that you may read.</summary>
    public string? Types { get; init; }

    /// <summary>Items of a page.</summary>
    public int Limit { get; init; } = DefaultLimit;

    /// <summary>Seconds to wait for a change when there is none yet; without it the answer arrives at once.</summary>
    /// <remarks>It is the endpoint that waits: between two readings nothing is held open.</remarks>
    public int? Wait { get; init; }
}

internal sealed class ListChangesValidator : AbstractValidator<ListChanges>
{
    public ListChangesValidator()
    {
        RuleFor(query => query.After).GreaterThanOrEqualTo(0);
        RuleFor(query => query.Limit).InclusiveBetween(1, ListChanges.MostLimit);
        RuleFor(query => query.Wait).InclusiveBetween(1, ListChanges.LongestWait);
    }
}

internal sealed class ListChangesHandler(IChangeFeed feed, Caller caller) : IQueryHandler<ListChanges, ChangePage>
{
    /// <summary>
    /// How often one page reads on when the caller may see nothing of what was found. Then it answers with what it has
    /// and <c>more</c>, so that neither the caller nor the database waits for ever.
    /// </summary>
    private const int MostRounds = 4;

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public async Task<Result<ChangePage>> Handle(ListChanges request, CancellationToken cancellationToken)
    {
        if (!FindViews(request.Types).Succeeded(out var views, out var error))
        {
            return error;
        }

        var reach = await feed.ReachAsync(request.After, cancellationToken);
        if (request.After < reach.Trimmed)
        {
            return ChangeErrors.TooOld(reach.Trimmed);
        }

        if (reach.Lost)
        {
            return ChangeErrors.PositionLost;
        }

        if (request.After > reach.Last)
        {
            return ChangeErrors.UnknownPosition(reach.Last);
        }

        var types = views.Count == ChangeTypes.All.Count ? null : views.Keys;
        var (items, position, more) = (new List<ChangeListItem>(), request.After, true);
        for (var round = 0; round < MostRounds && more && items.Count < request.Limit; round++)
        {
            // One more than fits, to know whether there is more.
            var rows = await feed.ReadAsync(position, reach.Last, types, request.Limit + 1, cancellationToken);
            more = rows.Count > request.Limit;
            rows = more ? [.. rows.Take(request.Limit)] : rows;
            var visible = await SiftAsync(rows, views, cancellationToken);
            var shown = visible.Take(request.Limit - items.Count).ToList();
            items.AddRange(shown.Select(ToItem));

            // Where the page is full, what lies behind its last item belongs to the next, seen or not.
            var full = items.Count == request.Limit;
            more |= full && rows[^1].Position > shown[^1].Position;
            position =
                !more ? reach.Last
                : full ? shown[^1].Position
                : rows[^1].Position;
        }

        return new ChangePage
        {
            Items = items,
            Position = position,
            More = more,
        };
    }

    /// <summary>The types to tell of, each with the organisations to which the caller's right to read it is limited.</summary>
    private Result<Dictionary<string, View>> FindViews(string? types)
    {
        var views = new Dictionary<string, View>(StringComparer.Ordinal);
        var named = types?.Split(',', StringSplitOptions.TrimEntries).Distinct(StringComparer.Ordinal);
        foreach (var name in named ?? ChangeTypes.All.Select(type => type.Name))
        {
            if (ChangeTypes.Find(name) is not { } type)
            {
                return ChangeErrors.UnknownType(name.Length > ChangeTypes.NameMaxLength ? "…" : name);
            }

            if (caller.Authorise(new PermissionAttribute(type.ReadPermission)) is not { } refusal)
            {
                views.Add(name, new View(type, caller.Scope.AllOrganisations ? null : caller.Scope.OrganisationIds));
            }
            else if (types is not null)
            {
                return refusal;
            }
        }

        // The feed itself is read in the whole centre; what of it may be seen is decided by the type.
        caller.Scope.Open(caller.Centre!.Id, null);
        return views;
    }

    private async Task<IEnumerable<FeedRow>> SiftAsync(
        IReadOnlyList<FeedRow> rows,
        Dictionary<string, View> views,
        CancellationToken cancellationToken
    )
    {
        // A newer instance beside this one may tell of types that this one does not know: it passes them by.
        rows = [.. rows.Where(row => views.ContainsKey(row.Type))];

        // Types that the caller may read for the same organisations are asked for together; as a rule, all.
        var groups = rows.Where(row => row.Kind != ChangeKind.Deleted && IsLimited(views[row.Type]))
            .GroupBy(row => string.Join(',', views[row.Type].OrganisationIds!.Order()));
        var visible = new HashSet<Guid>();
        foreach (var group in groups)
        {
            var subjects = group
                .GroupBy(row => row.Type, row => row.SubjectId)
                .Select(type => (views[type.Key].Type, (IReadOnlyCollection<Guid>)[.. type.Distinct()]))
                .ToList();
            caller.Scope.Open(caller.Centre!.Id, views[group.First().Type].OrganisationIds);
            visible.UnionWith(await feed.FindVisibleAsync(subjects, cancellationToken));
        }

        caller.Scope.Open(caller.Centre!.Id, null);
        return rows.Where(row =>
            !IsLimited(views[row.Type])
            || (
                row.Kind == ChangeKind.Deleted
                    ? row.OrganisationId is { } owner && views[row.Type].OrganisationIds!.Contains(owner)
                    : visible.Contains(row.SubjectId)
            )
        );

        bool IsLimited(View view) => view.OrganisationIds is not null && feed.HasOwners(view.Type);
    }

    private static ChangeListItem ToItem(FeedRow row) =>
        new()
        {
            Position = row.Position,
            Type = row.Type,
            Kind = row.Kind,
            Id = row.SubjectId,
            Version = row.Version,
            OccurredAt = row.OccurredAt,
            Events = row.Events?.Split(',') ?? [],
            Keys = row.Keys is null ? null : JsonSerializer.Deserialize<ChangedKeys>(row.Keys, Json),
            Href =
                row.Kind == ChangeKind.Deleted
                    ? null
                    : ChangeTypes.Find(row.Type)!.AddressOf(row.SubjectId, row.ParentId),
        };

    /// <param name="Type">What may be seen.</param>
    /// <param name="OrganisationIds">Of which organisations; null: of all.</param>
    private sealed record View(ChangeType Type, Guid[]? OrganisationIds);
}
