using MediatR;

namespace MethodCenter.Application.Common.Messaging;

/// <summary>Something the service can be asked. Carries exactly one <see cref="Security.PermissionAttribute"/>.</summary>
public interface IAppRequest;

/// <summary>A request that changes something. Saved once, by the unit of work, after a success.</summary>
public interface ICommand<T> : IRequest<Answer<T>>, ICommand;

/// <summary>See <see cref="ICommand{T}"/>.</summary>
public interface ICommand : IAppRequest;

/// <summary>A request that changes nothing.</summary>
public interface IQuery<T> : IRequest<Result<T>>, IAppRequest;

/// <summary>Does what a command asks, without saving.</summary>
public interface ICommandHandler<in TCommand, T> : IRequestHandler<TCommand, Answer<T>>
    where TCommand : ICommand<T>;

/// <summary>Answers a query.</summary>
public interface IQueryHandler<in TQuery, T> : IRequestHandler<TQuery, Result<T>>
    where TQuery : IQuery<T>;

/// <summary>A reaction to a domain event within the same transaction: database effects only.</summary>
public interface IDomainEventHandler<in TEvent>
    where TEvent : IDomainEvent
{
    Task HandleAsync(TEvent domainEvent, CancellationToken cancellationToken);
}

/// <summary>Sends a request through the pipeline: log, permission, validation, unit of work, handler.</summary>
public interface IDispatcher
{
    Task<Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken cancellationToken);

    Task<Result<T>> SendAsync<T>(IQuery<T> query, CancellationToken cancellationToken);
}

internal sealed class Dispatcher(IMediator mediator) : IDispatcher
{
    public async Task<Result<T>> SendAsync<T>(ICommand<T> command, CancellationToken cancellationToken) =>
        (await mediator.Send(command, cancellationToken)).Result;

    public Task<Result<T>> SendAsync<T>(IQuery<T> query, CancellationToken cancellationToken) =>
        mediator.Send(query, cancellationToken);
}
