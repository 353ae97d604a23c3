using MethodCenter.Application.Common.Messaging;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Infrastructure.Persistence;

/// <summary>Hands an event, whose type is known only at run time, to its handlers.</summary>
internal static class EventDispatch
{
    private static readonly System.Collections.Concurrent.ConcurrentDictionary<Type, Invoker> Invokers = new();

    public static Task HandleAsync(
        IServiceProvider services,
        IDomainEvent domainEvent,
        CancellationToken cancellationToken
    ) =>
        Invokers
            .GetOrAdd(
                domainEvent.GetType(),
                static type => (Invoker)Activator.CreateInstance(typeof(Invoker<>).MakeGenericType(type))!
            )
            .HandleAsync(services, domainEvent, cancellationToken);

    private abstract class Invoker
    {
        public abstract Task HandleAsync(IServiceProvider services, IDomainEvent domainEvent, CancellationToken token);
    }

    private sealed class Invoker<TEvent> : Invoker
        where TEvent : IDomainEvent
    {
        public override async Task HandleAsync(
            IServiceProvider services,
            IDomainEvent domainEvent,
            CancellationToken token
        )
        {
            foreach (var handler in services.GetServices<IDomainEventHandler<TEvent>>())
            {
                await handler.HandleAsync((TEvent)domainEvent, token);
            }
        }
    }
}
