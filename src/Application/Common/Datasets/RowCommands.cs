using MethodCenter.Application.Common.Models;
using MethodCenter.Application.Common.Persistence;

namespace MethodCenter.Application.Common.Datasets;

/// <summary>Sends the commands that a row stands for; a refusal of one takes back those before it.</summary>
internal sealed class RowCommands(IUnitOfWork unitOfWork, IDispatcher dispatcher, IExternalKeys keys, Caller caller)
{
    public async Task<RowAnswer<TDetails>> RunAsync<TDetails>(
        RowPlan<TDetails> plan,
        CancellationToken cancellationToken
    )
        where TDetails : DetailsModel
    {
        if (plan.IsEmpty)
        {
            return new RowAnswer<TDetails>(plan.Known, plan.Known);
        }

        string? column = null;
        List<Warning> warnings = [];
        var (scope, useCase) = (caller.Scope, caller.UseCase);
        var (centreId, organisationIds) = (scope.CentreId, scope.AllOrganisations ? null : scope.OrganisationIds);
        var result = await unitOfWork.AttemptAsync(SendAsync, cancellationToken);

        // Each command has opened what its own permission covers.
        scope.Open(centreId, organisationIds);
        caller.UseCase = useCase;
        return result.Succeeded(out var details, out var error)
            ? new RowAnswer<TDetails>(plan.Known, details) { Bound = plan.Binding is not null, Warnings = warnings }
            : new RowAnswer<TDetails>(plan.Known, null) { Error = Explain(error), Column = column };

        async Task<Result<TDetails>> SendAsync(CancellationToken token)
        {
            var present = plan.Known;
            foreach (var step in plan.Steps)
            {
                column = step.Column;
                var answer = await dispatcher.SendAsync(step.Command(present!), token);
                if (!answer.Succeeded(out present, out var refusal))
                {
                    return refusal;
                }

                warnings.AddRange(answer.Warnings);
            }

            if (plan.Binding is { } binding)
            {
                column = binding.Column;
                if (await BindAsync(binding, plan.Known, present!, token) is { } conflict)
                {
                    return conflict;
                }
            }

            return present!;
        }
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
