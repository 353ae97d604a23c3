using MethodCenter.Domain.Learning.Courses;

namespace MethodCenter.Domain.Learning.Enrolments;

/// <summary>Who gets a seat of a course, who waits, who leaves: the rules of enrolment, in the order in which they are checked.</summary>
/// <remarks>The course knows its seats and nothing of those who take them; its row is held by the caller.</remarks>
public static class CourseEnrolments
{
    extension(Course course)
    {
        /// <summary>Enrols an employee: a free seat, else the end of the waiting list.</summary>
        /// <param name="learner">Who is sent, by which organisation, on which day.</param>
        /// <param name="halfYear">Half-year of the learner's group; needed only where the course runs in both.</param>
        /// <param name="facts">What is on file of him and the course.</param>
        /// <param name="mayTakeSeat">False: waits even if a seat is free, since the quota of his organisation is used up.</param>
        public Result<Enrolment> Enrol(
            SentEmployee learner,
            HalfYear? halfYear,
            EnrolmentFacts facts,
            bool mayTakeSeat = true
        )
        {
            var seated =
                mayTakeSeat && course.SeatsFree > 0 && (learner.TeamId is not null || course.WaitingInTeams == 0);
            return course.RefuseEnrolment(learner, halfYear, facts) is { } refusal
                ? refusal
                : course.Arrive(learner, halfYear, facts.Previous, seated);
        }

        /// <summary>Why an employee can not be enrolled, whether on a seat or on the waiting list; null: he can.</summary>
        internal Error? RefuseEnrolment(SentEmployee learner, HalfYear? halfYear, EnrolmentFacts facts)
        {
            if (facts.ByApplicationOnly)
            {
                return EnrolmentErrors.ByApplication;
            }

            if (facts.TeachesCourse)
            {
                return EnrolmentErrors.TeachesCourse.At("/employeeId");
            }

            return course.Status != CourseStatus.RegistrationOpen
                ? EnrolmentErrors.RegistrationNotOpen(course.Status)
                : course.RefuseArrival(learner, halfYear, facts.Previous);
        }

        /// <summary>Takes in a learner of another course: a free seat for which nobody waits.</summary>
        internal Result<Enrolment> TakeIn(SentEmployee learner, HalfYear? halfYear, EnrolmentFacts facts)
        {
            if (course.Status is not (CourseStatus.RegistrationOpen or CourseStatus.RegistrationClosed))
            {
                return EnrolmentErrors.RegistrationNotOpen(course.Status);
            }

            return course.SeatsTaken + course.Waiting >= course.Capacity
                ? EnrolmentErrors.NoSeatToTransfer(course.Capacity, course.Waiting)
                : course.Arrive(learner, halfYear, facts.Previous, seated: true);
        }

        /// <summary>Withdraws a learner as of today or a past day, which is entered later.</summary>
        public Result<Nothing> Withdraw(Enrolment enrolment, string? reason, WithdrawalDay day)
        {
            if (day.On > day.Today)
            {
                return EnrolmentErrors.WithdrawalInFuture;
            }

            if (day.On < enrolment.ArrivedOn)
            {
                return EnrolmentErrors.WithdrawalBeforeArrival(enrolment.ArrivedOn);
            }

            if (enrolment.State == EnrolmentState.Enrolled && enrolment.EnrolledOn is { } seated && day.On < seated)
            {
                return EnrolmentErrors.WithdrawalBeforeSeat(seated);
            }

            return day.AttendedAfter is { } attendedOn
                ? EnrolmentErrors.AttendedAfter(attendedOn)
                : course.Withdraw(enrolment, reason, day.On);
        }

        /// <summary>Withdraws a learner. A seat that falls free goes to the first of the waiting list.</summary>
        public Result<Nothing> Withdraw(Enrolment enrolment, string? reason, DateOnly day)
        {
            if (course.Status is CourseStatus.Completed or CourseStatus.Cancelled)
            {
                return CourseErrors.WrongStatus(course.Status);
            }

            var hadSeat = enrolment.State == EnrolmentState.Enrolled;
            var withdrawn = enrolment.Withdraw(reason, day);
            if (withdrawn.Refused)
            {
                return withdrawn;
            }

            course.Leave(hadSeat, enrolment.TeamId is not null);
            course.Announce(new EmployeeWithdrawn(course.Id, enrolment.Id, enrolment.EmployeeId));
            return Nothing.Done;
        }

        /// <summary>One learner has completed the course, by order; the seat stays his.</summary>
        public Result<Nothing> CompleteLearner(Enrolment enrolment) =>
            course.Status is CourseStatus.RegistrationOpen or CourseStatus.RegistrationClosed
                ? enrolment.Complete()
                : CourseErrors.WrongStatus(course.Status);

        /// <summary>Puts a learner back on the seat that an order had taken from him or ended; it must still be free.</summary>
        public Result<Nothing> Reinstate(Enrolment enrolment)
        {
            if (course.Status is not (CourseStatus.RegistrationOpen or CourseStatus.RegistrationClosed))
            {
                return CourseErrors.WrongStatus(course.Status);
            }

            var left = enrolment.State == EnrolmentState.Withdrawn;
            if (left && course.SeatsFree == 0)
            {
                return EnrolmentErrors.SeatGone;
            }

            var reinstated = enrolment.Reinstate();
            if (left && !reinstated.Refused)
            {
                course.Return();
            }

            return reinstated;
        }

        /// <summary>Gives free seats to those who wait, in order of arrival.</summary>
        /// <remarks>
        /// A team gets its seats together. One that needs more than are free keeps its place, and nobody behind it gets a
        /// seat before it.
        /// </remarks>
        /// <param name="waitingInOrder">Those who wait, of a team all.</param>
        /// <param name="today">The day from which they hold their seats.</param>
        public void Promote(IReadOnlyList<Enrolment> waitingInOrder, DateOnly today)
        {
            foreach (var first in waitingInOrder)
            {
                if (first.State != EnrolmentState.Waiting)
                {
                    continue;
                }

                IReadOnlyList<Enrolment> together = first.TeamId is { } team
                    ? [.. waitingInOrder.Where(other => other.TeamId == team && other.State == EnrolmentState.Waiting)]
                    : [first];
                if (course.SeatsFree < together.Count)
                {
                    return;
                }

                foreach (var enrolment in together)
                {
                    enrolment.Promote(today);
                    course.Promote(enrolment.TeamId is not null);
                    course.Announce(new EmployeePromoted(course.Id, enrolment.Id, enrolment.EmployeeId));
                }

                if (first.TeamId is { } promoted)
                {
                    course.Announce(new TeamPromoted(course.Id, promoted, together.Count));
                }
            }
        }

        private Error? RefuseArrival(SentEmployee learner, HalfYear? halfYear, Enrolment? previous)
        {
            if (previous is { IsActive: true })
            {
                return EnrolmentErrors.AlreadyEnrolled;
            }

            if (learner.Day > course.EndsOn)
            {
                return EnrolmentErrors.CourseOver(course.EndsOn);
            }

            return CourseGroup.HalfYearOf(course.Season, halfYear) is null
                ? EnrolmentErrors.HalfYearMismatch(course.Season)
                : null;
        }

        private Result<Enrolment> Arrive(SentEmployee learner, HalfYear? halfYear, Enrolment? previous, bool seated)
        {
            if (course.RefuseArrival(learner, halfYear, previous) is { } refusal)
            {
                return refusal;
            }

            var arrival = new EnrolmentArrival(
                learner.OrganisationId,
                CourseGroup.HalfYearOf(course.Season, halfYear)!.Value,
                course.Arrive(seated, learner.TeamId is not null),
                learner.Day,
                seated,
                learner.Funding,
                learner.TeamId
            );
            var enrolment = previous is null
                ? Enrolment.Arrive(course.Id, learner.EmployeeId, arrival)
                : previous.ArriveAgain(arrival);
            course.Announce(
                seated
                    ? new EmployeeEnrolled(course.Id, enrolment.Id, learner.EmployeeId)
                    : new EmployeePutOnWaitingList(course.Id, enrolment.Id, learner.EmployeeId)
            );
            return enrolment;
        }
    }
}

/// <summary>The day of a withdrawal.</summary>
/// <param name="On">The last day of the learner on the course: he may have been at a lesson of it.</param>
/// <param name="Today">The day on which it is entered.</param>
/// <param name="AttendedAfter">The last lesson behind the day at which the learner was; null: none.</param>
public sealed record WithdrawalDay(DateOnly On, DateOnly Today, DateOnly? AttendedAfter);
