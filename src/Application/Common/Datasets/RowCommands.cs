using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>
/// Sends the commands that rows stand for; a refusal of one takes back those before it, of the row and of all with which it
/// stands or falls.
/// </summary>
internal sealed class RowCommands(IUnitOfWork unitOfWork, IDispatcher dispatcher, IExternalKeys keys, Caller caller)
{
    /// <summary>Carries out the plans one after another, behind one savepoint.</summary>
    /// <returns>
    /// What became of each. Where one was refused, its answer bears the error, and those of the others neither error nor
    /// details: what they did was taken back.
    /// </returns>
    public async Task<IReadOnlyList<RowAnswer<TDetails>>> RunAsync<TDetails>(
        IReadOnlyList<RowPlan<TDetails>> plans,
        CancellationToken cancellationToken
    )
        where TDetails : DetailsModel
    {
        if (plans.All(plan => plan.IsEmpty))
        {
            return [.. plans.Select(plan => new RowAnswer<TDetails>(plan.Known, plan.Known))];
        }

        List<RowAnswer<TDetails>> answers = [];
        var (scope, useCase) = (caller.Scope, caller.UseCase);
        var (centreId, organisationIds) = (scope.CentreId, scope.AllOrganisations ? null : scope.OrganisationIds);
        var result = await unitOfWork.AttemptAsync(SendAllAsync, cancellationToken);

        // Each command has opened what its own permission covers.
        scope.Open(centreId, organisationIds);
        caller.UseCase = useCase;
        var refused = answers.FindIndex(answer => answer.Error is not null);
        return result.Refused
            ?
            [
                .. plans.Select(
                    (plan, place) => place == refused ? answers[place] : new RowAnswer<TDetails>(plan.Known, null)
                ),
            ]
            : answers;

        async Task<Result<Nothing>> SendAllAsync(CancellationToken token)
        {
            foreach (var plan in plans)
            {
                var answer = plan.IsEmpty ? new(plan.Known, plan.Known) : await SendAsync(plan, token);
                answers.Add(answer);
                if (answer.Error is { } error)
                {
                    return error;
                }
            }

            return Nothing.Done;
        }
    }

    private async Task<RowAnswer<TDetails>> SendAsync<TDetails>(
        RowPlan<TDetails> plan,
        CancellationToken cancellationToken
    )
        where TDetails : DetailsModel
    {
        var present = plan.Known;
        List<Warning> warnings = [];
        foreach (var step in plan.Steps)
        {
            var answer = await dispatcher.SendAsync(step.Command(present!), cancellationToken);
            if (!answer.Succeeded(out present, out var refusal))
            {
                return new(plan.Known, null) { Error = Explain(refusal), Column = step.Column };
            }

            warnings.AddRange(answer.Warnings);
        }

        if (
            plan.Binding is { } binding
            && await BindAsync(binding, plan.Known, present!, cancellationToken) is { } conflict
        )
        {
            return new(plan.Known, null) { Error = Explain(conflict), Column = binding.Column };
        }

        return new(plan.Known, present) { Bound = plan.Binding is not null, Warnings = warnings };
    }

    private async Task<Error?> BindAsync<TDetails>(
        KeyBinding binding,
        TDetails? known,
        TDetails present,
        CancellationToken cancellationToken
    )
        where TDetails : DetailsModel
    {
        if (known is null)
        {
            keys.BindNew(binding.Resource, binding.Key, present.Id);
        }
        else
        {
            // The change feed tells whose key it is, so the object has to be there.
            await binding.LoadAsync(present.Id, cancellationToken);
            keys.Bind(binding.Resource, binding.Key, present.Id);
        }

        return await unitOfWork.SaveAsync(cancellationToken);
    }

    /// <summary>A file names no revision: a stale one means that somebody has changed the object during the import.</summary>
    private static Error Explain(Error error) =>
        error.Code == Versions.Stale.Code ? ImportErrors.ChangedMeanwhile : error;
}

/// <summary>What has to be done so that what a row says is on file. Empty: it is.</summary>
/// <param name="known">The object on file; null: it is new.</param>
internal sealed class RowPlan<TDetails>(TDetails? known)
    where TDetails : DetailsModel
{
    private readonly List<RowStep<TDetails>> _steps = [];

    public TDetails? Known => known;

    public IReadOnlyList<RowStep<TDetails>> Steps => _steps;

    public KeyBinding? Binding { get; private set; }

    public bool IsEmpty => _steps.Count == 0 && Binding is null;

    /// <summary>Makes the object.</summary>
    public void Begin(ICommand<TDetails> command, string? column = null) =>
        _steps.Add(new RowStep<TDetails>(_ => command, column));

    /// <summary>Changes the object, as the steps before have left it.</summary>
    public void Then(Func<TDetails, ICommand<TDetails>> command, string? column = null) =>
        _steps.Add(new RowStep<TDetails>(command, column));

    /// <summary>Gives the object a key of the source.</summary>
    public void Bind(KeyBinding binding) => Binding = binding;
}

/// <summary>One command of a row.</summary>
/// <param name="Command">Made from the object as it is then.</param>
/// <param name="Column">The column that a refusal without a pointer is about; null: the row.</param>
internal sealed record RowStep<TDetails>(Func<TDetails, ICommand<TDetails>> Command, string? Column);

/// <summary>A key to be bound.</summary>
/// <param name="Resource">The resource that bears the keys.</param>
/// <param name="Key">The key.</param>
/// <param name="Column">Where it stands.</param>
/// <param name="LoadAsync">Loads the object that gets it.</param>
internal sealed record KeyBinding(
    string Resource,
    ExternalKey Key,
    string Column,
    Func<Guid, CancellationToken, Task> LoadAsync
);

/// <summary>What became of a row.</summary>
/// <param name="Known">The object as it was; null: there was none.</param>
/// <param name="Details">The object as it is; null: the row was refused.</param>
internal sealed record RowAnswer<TDetails>(TDetails? Known, TDetails? Details)
    where TDetails : DetailsModel
{
    public Error? Error { get; init; }

    /// <summary>The column that a refusal without a pointer is about.</summary>
    public string? Column { get; init; }

    public bool Bound { get; init; }

    public IReadOnlyList<Warning> Warnings { get; init; } = [];

    public RowOutcome Outcome =>
        Details is null ? RowOutcome.Refused
        : Known is null ? RowOutcome.Created
        : Bound || Known.Version != Details.Version ? RowOutcome.Changed
        : RowOutcome.Unchanged;
}
