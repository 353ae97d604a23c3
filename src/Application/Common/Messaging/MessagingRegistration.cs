using MediatR;
using MethodCenter.Application.Common.Areas;
using Microsoft.Extensions.DependencyInjection;

namespace MethodCenter.Application.Common.Messaging;

/// <summary>MediatR 5 has no registration of its own: handlers and behaviours are found here (ADR 0005).</summary>
internal static class MessagingRegistration
{
    public static IServiceCollection AddMessaging(this IServiceCollection services, params Type[] behaviours)
    {
        services.AddScoped<ServiceFactory>(provider => provider.GetService!);
        services.AddScoped<IMediator, Mediator>();
        services.AddScoped<IDispatcher, Dispatcher>();
        foreach (var behaviour in behaviours)
        {
            services.AddScoped(typeof(IPipelineBehavior<,>), behaviour);
        }

        foreach (var type in AssemblyParts.Classes)
        {
            foreach (var contract in type.GetInterfaces().Where(IsHandler))
            {
                services.AddScoped(contract, type);
            }
        }

        return services;
    }

    private static bool IsHandler(Type contract) =>
        contract.IsGenericType
        && (
            contract.GetGenericTypeDefinition() == typeof(IRequestHandler<,>)
            || contract.GetGenericTypeDefinition() == typeof(IDomainEventHandler<>)
        );

    /// <summary>Every request type of the application.</summary>
    public static IEnumerable<Type> RequestTypes { get; } =
    [.. AssemblyParts.Classes.Where(type => typeof(IAppRequest).IsAssignableFrom(type))];
}
