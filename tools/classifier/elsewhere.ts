/** What is no clinical document and may be dropped by mistake. Of these, the model must not be sure. */
export const ELSEWHERE: readonly string[] = [
  'This lease is made between the landlord and the tenant for the flat on the second floor. Rent is due monthly in advance.',
  'Heat the oven, mix flour, butter and sugar, add two eggs and bake for forty minutes until golden. Serve with cream.',
  'Invoice 4471 for the repair of the boiler: labour two hours, one valve, one pump. Payment within thirty days, please.',
  'Shopping: milk, bread, two apples, washing powder, dog food and a birthday card for Anna. Collect the parcel on the way.',
  'We write about your broadband contract, which ends in May. Your new price will be 32 pounds a month. No action is needed.',
  'Minutes of the residents’ meeting. The roof is to be mended before winter. The bins are now emptied on Thursdays. Next meeting in March.',
  'Your flight leaves at 07:40 from gate 12. Boarding begins forty minutes earlier. One bag of 23 kg is included. Have a good journey.',
  'The team played well in the first half and lost its way after the break. The coach praised the young keeper and blamed the wind.',
  'Curriculum vitae. Worked as a bookkeeper for eleven years, speaks three languages, holds a driving licence and likes hiking.',
  'Terms of use. By opening an account you agree that we may change these terms at any time. The courts of the capital decide disputes.',
  'Dear grandmother, school is fun and we have a new teacher. The cat had four kittens under the stairs. When do you visit us again?',
  'Version 2.4 fixes a crash when two windows are closed at once, loads lists faster, and remembers the size of the side bar.',
  'The exhibition shows sixty paintings of the coast, lent by eleven museums. It is open daily except Monday, and free on Sundays.',
  'Policy schedule. Buildings and contents are insured against fire, storm and theft. The excess is 250 for each claim.',
]
