/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query WorkerStatistics($id: ID!, $days: Int!, $attempts: Int!) {\n    worker(id: $id) {\n      id\n      earnings {\n        total\n        today\n        taskCount\n        days(first: $days) {\n          day\n          amount\n          taskCount\n        }\n      }\n      attempts(first: $attempts) {\n        nodes {\n          ...AttemptRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.WorkerStatisticsDocument,
    "\n  fragment AttemptRow on Attempt {\n    id\n    state\n    progress\n    reasonCode\n    reason\n    reward\n    bid\n    milliUnits\n    checked\n    agreementDb\n    startedAt\n    endedAt\n    seconds\n    slot\n    task {\n      ...TaskNow\n    }\n  }\n": typeof types.AttemptRowFragmentDoc,
    "\n  query WorkerAttempts($id: ID!, $state: [AttemptState!], $first: Int!, $after: String) {\n    worker(id: $id) {\n      id\n      attempts(state: $state, first: $first, after: $after) {\n        nodes {\n          ...AttemptRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": typeof types.WorkerAttemptsDocument,
    "\n  fragment JobLive on Job {\n    id\n    name\n    kind\n    state\n    reasonCode\n    reason\n    factor\n    progress\n    expectedAt\n    lacks\n    taskCount\n    verifiedTaskCount\n    milliUnits\n    maxCost\n    createdAt\n    updatedAt\n    finishedAt\n    result {\n      width\n    }\n    previewUrl\n    render {\n      frameStart\n      frameEnd\n      frameStep\n      frameCount\n      verifiedFrameCount\n      width\n      height\n      samples\n      format\n      sceneBytes\n      sceneVersion\n      archive {\n        sizeBytes\n        url\n      }\n    }\n    charge {\n      reserved\n      rewards\n      fees\n      released\n    }\n  }\n": typeof types.JobLiveFragmentDoc,
    "\n  fragment JobRow on Job {\n    ...JobLive\n    input {\n      width\n      height\n      sizeBytes\n      url\n      previewUrl\n    }\n    result {\n      width\n      height\n      sizeBytes\n      url\n      previewUrl\n    }\n  }\n": typeof types.JobRowFragmentDoc,
    "\n  fragment BalanceNow on Creator {\n    id\n    balance {\n      available\n      reserved\n    }\n  }\n": typeof types.BalanceNowFragmentDoc,
    "\n  query Jobs($state: [JobState!], $search: String, $first: Int!, $after: String) {\n    jobs(state: $state, search: $search, first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...JobRow\n      }\n    }\n  }\n": typeof types.JobsDocument,
    "\n  query Purse($postings: Int!) {\n    viewer {\n      id\n      creator {\n        ...BalanceNow\n        postings(first: $postings) {\n          nodes {\n            id\n            kind\n            amount\n            jobId\n            reference\n            postedAt\n          }\n        }\n      }\n    }\n    prices {\n      upscaleMilliUnitsPerMegapixel\n      renderMilliUnitsPerMegasample\n      renderMilliUnitsPerFrame\n      defaultBid\n      feeBasisPoints\n      assumed\n    }\n    checker {\n      online\n      waitingTasks\n      kinds\n    }\n  }\n": typeof types.PurseDocument,
    "\n  query JobWhole($id: ID!) {\n    job(id: $id) {\n      ...JobRow\n      tasks {\n        ...TaskRow\n      }\n    }\n    checker {\n      online\n      waitingTasks\n      kinds\n    }\n  }\n": typeof types.JobWholeDocument,
    "\n  fragment TaskRow on Task {\n    id\n    kind\n    index\n    state\n    progress\n    expectedAt\n    milliUnits\n    updatedAt\n    band {\n      top\n      height\n    }\n    frames {\n      start\n      end\n      step\n      count\n    }\n    attempts {\n      id\n      state\n      workerAlias\n      check\n      reward\n      reason\n      startedAt\n      endedAt\n    }\n  }\n": typeof types.TaskRowFragmentDoc,
    "\n  query EstimateUpscale($width: Int!, $height: Int!, $bid: MicroUsd) {\n    estimateUpscale(width: $width, height: $height, bid: $bid) {\n      milliUnits\n      taskCount\n      reward\n      fee\n      maxCost\n      method\n      assumed\n    }\n  }\n": typeof types.EstimateUpscaleDocument,
    "\n  mutation CreateUpload($sizeBytes: Int!, $contentType: String!) {\n    createUpload(input: { sizeBytes: $sizeBytes, contentType: $contentType }) {\n      assetId\n      url\n      expiresAt\n    }\n  }\n": typeof types.CreateUploadDocument,
    "\n  mutation SubmitJob($key: String!, $name: String!, $assetId: ID!, $render: RenderInput, $bid: MicroUsd) {\n    submitJob(input: { key: $key, name: $name, assetId: $assetId, factor: 2, render: $render, bid: $bid }) {\n      ...JobRow\n    }\n  }\n": typeof types.SubmitJobDocument,
    "\n  mutation CancelJob($id: ID!) {\n    cancelJob(id: $id) {\n      ...JobRow\n    }\n  }\n": typeof types.CancelJobDocument,
    "\n  subscription JobChanged {\n    jobChanged {\n      job {\n        ...JobLive\n      }\n    }\n  }\n": typeof types.JobChangedDocument,
    "\n  subscription JobWholeChanged($id: ID!) {\n    jobChanged(jobId: $id) {\n      job {\n        ...JobLive\n        tasks {\n          ...TaskRow\n        }\n      }\n    }\n  }\n": typeof types.JobWholeChangedDocument,
    "\n  subscription BalanceChanged {\n    balanceChanged {\n      creator {\n        ...BalanceNow\n      }\n    }\n  }\n": typeof types.BalanceChangedDocument,
    "\n  fragment Asked on Market {\n    asOf\n    onlineWorkers\n    averageBid\n    thin\n    bids {\n      p10\n      p25\n      p50\n      p75\n      p90\n    }\n  }\n": typeof types.AskedFragmentDoc,
    "\n  query MarketNow {\n    market {\n      ...Asked\n    }\n  }\n": typeof types.MarketNowDocument,
    "\n  query WorkerTerms($id: ID!, $bid: MicroUsd) {\n    worker(id: $id) {\n      id\n      bid\n      customBid\n      benchScore\n      hourlyEstimate(bid: $bid) {\n        low\n        expected\n        high\n        reason\n        bid\n        method\n        thin\n        asOf\n      }\n    }\n    prices {\n      defaultBid\n    }\n    market {\n      ...Asked\n    }\n  }\n": typeof types.WorkerTermsDocument,
    "\n  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {\n    setWorkerBid(id: $id, bid: $bid) {\n      id\n      bid\n      customBid\n      updatedAt\n    }\n  }\n": typeof types.SetWorkerBidDocument,
    "\n  query Wallet {\n    viewer {\n      id\n      email\n      walletAddress\n    }\n  }\n": typeof types.WalletDocument,
    "\n  mutation SetWalletAddress($address: String) {\n    setWalletAddress(address: $address) {\n      id\n      walletAddress\n    }\n  }\n": typeof types.SetWalletAddressDocument,
    "\n  fragment ReadingNow on Reading {\n    at\n    gpus {\n      index\n      uuid\n      state\n      utilizationPercent\n      memoryUsedMiB\n      memoryTotalMiB\n      temperatureCelsius\n      memoryTemperatureCelsius\n      powerWatts\n      powerLimitWatts\n      fanPercent\n      smClockMhz\n      memoryClockMhz\n      pcieGeneration\n      pcieGenerationMax\n      pcieWidth\n      pcieWidthMax\n      eccCorrected\n      eccUncorrected\n      retiredPages\n      remappedRows\n      repairPending\n      throttleReasons\n      xids {\n        code\n        at\n      }\n    }\n    host {\n      cpuPercent\n      memoryUsedMiB\n      memoryTotalMiB\n      diskUsedMiB\n      diskTotalMiB\n      networkInBytesPerSecond\n      networkOutBytesPerSecond\n      uptimeSeconds\n    }\n  }\n": typeof types.ReadingNowFragmentDoc,
    "\n  query WorkerReadings($id: ID!, $from: DateTime!, $most: Int!) {\n    worker(id: $id) {\n      id\n      readings(from: $from, most: $most) {\n        ...ReadingNow\n      }\n    }\n  }\n": typeof types.WorkerReadingsDocument,
    "\n  query EstimateRender($input: RenderInput!, $bid: MicroUsd) {\n    estimateRender(input: $input, bid: $bid) {\n      milliUnits\n      taskCount\n      reward\n      fee\n      maxCost\n      method\n      assumed\n    }\n  }\n": typeof types.EstimateRenderDocument,
    "\n  query JobFrames($id: ID!, $first: Int!, $after: Int) {\n    job(id: $id) {\n      id\n      render {\n        frames(first: $first, after: $after) {\n          ...FrameNow\n        }\n      }\n    }\n  }\n": typeof types.JobFramesDocument,
    "\n  fragment FrameNow on Frame {\n    number\n    state\n    progress\n    expectedAt\n    previewUrl\n    file {\n      url\n      sizeBytes\n    }\n  }\n": typeof types.FrameNowFragmentDoc,
    "\n  query Viewer {\n    viewer {\n      id\n      email\n      roles\n    }\n  }\n": typeof types.ViewerDocument,
    "\n  mutation SignUp($email: String!, $password: String!) {\n    signUp(input: { email: $email, password: $password }) {\n      sessionToken\n      expiresAt\n    }\n  }\n": typeof types.SignUpDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(input: { email: $email, password: $password }) {\n      sessionToken\n      expiresAt\n    }\n  }\n": typeof types.SignInDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": typeof types.SignOutDocument,
    "\n  subscription WorkerChanged($ids: [ID!]) {\n    workerChanged(workerIds: $ids) {\n      workerId\n      deleted\n      worker {\n        ...WorkerRow\n      }\n    }\n  }\n": typeof types.WorkerChangedDocument,
    "\n  subscription ReadingRecorded($ids: [ID!]) {\n    readingRecorded(workerIds: $ids) {\n      worker {\n        id\n        lastHeardAt\n        uptime\n      }\n      reading {\n        ...ReadingNow\n      }\n    }\n  }\n": typeof types.ReadingRecordedDocument,
    "\n  subscription AttemptChanged($workerId: ID) {\n    attemptChanged(workerId: $workerId) {\n      attempt {\n        ...AttemptRow\n        worker {\n          id\n          currentTasks {\n            ...TaskNow\n          }\n        }\n      }\n    }\n  }\n": typeof types.AttemptChangedDocument,
    "\n  subscription EarnedNow($workerId: ID) {\n    earned(workerId: $workerId) {\n      reward {\n        id\n        amount\n        postedAt\n      }\n      worker {\n        id\n        earnings {\n          total\n          today\n          taskCount\n        }\n        provider {\n          id\n          earnings {\n            total\n            today\n            taskCount\n          }\n        }\n      }\n    }\n  }\n": typeof types.EarnedNowDocument,
    "\n  fragment WorkerRow on Worker {\n    id\n    name\n    createdAt\n    updatedAt\n    enrolledAt\n    lastHeardAt\n    uptime\n    status {\n      connectivity\n      health\n      intent\n      work\n      shown\n      reason\n      since\n      hottestGpuCelsius\n    }\n    hardware {\n      gpus {\n        index\n        uuid\n        name\n        memoryMiB\n        driver\n        compute\n        takesTasks\n      }\n      cpu\n      cpuCores\n      memoryMiB\n      os\n      kernel\n      agentVersion\n      timeZone\n    }\n    slots {\n      index\n      gpu {\n        takesTasks\n      }\n    }\n    earnings {\n      total\n      today\n      taskCount\n    }\n    currentTasks {\n      ...TaskNow\n    }\n  }\n": typeof types.WorkerRowFragmentDoc,
    "\n  fragment TaskNow on Task {\n    id\n    jobId\n    kind\n    index\n    state\n    progress\n    expectedAt\n    milliUnits\n    band {\n      top\n      height\n    }\n    frames {\n      start\n      end\n      step\n      count\n    }\n  }\n": typeof types.TaskNowFragmentDoc,
    "\n  query Workers(\n    $status: [ShownStatus!]\n    $search: String\n    $sort: WorkerSort!\n    $order: SortOrder!\n    $first: Int!\n    $after: String\n  ) {\n    workers(status: $status, search: $search, sort: $sort, order: $order, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...WorkerRow\n        }\n      }\n    }\n  }\n": typeof types.WorkersDocument,
    "\n  query FleetNow {\n    fleet {\n      total\n      counts {\n        status\n        count\n      }\n    }\n    viewer {\n      id\n      provider {\n        id\n        earnings {\n          total\n          today\n          taskCount\n        }\n      }\n    }\n  }\n": typeof types.FleetNowDocument,
    "\n  query WorkerHead($id: ID!) {\n    worker(id: $id) {\n      ...WorkerRow\n      bid\n      benchScore\n      benchmark {\n        score\n        assumed\n        takenAt\n        agentVersion\n        slots {\n          slot\n          score\n          driver\n          results {\n            kind\n            perSecond\n            score\n            engine\n            model\n            device\n          }\n        }\n      }\n      connection {\n        downloadMbps\n        uploadMbps\n        latencyMs\n        measuredAt\n      }\n      compliance {\n        passed\n        checks {\n          code\n          passed\n          finding\n          advice\n          checkedAt\n        }\n      }\n      location {\n        place\n        country\n        statedAt\n      }\n      computeSeconds\n      clockSkewMs\n      trust {\n        validInARow\n        verified\n        refused\n        failed\n        checkChance\n      }\n    }\n  }\n": typeof types.WorkerHeadDocument,
    "\n  mutation CreateWorker($name: String!, $key: String!) {\n    createWorker(input: { name: $name, key: $key }) {\n      worker {\n        ...WorkerRow\n      }\n      configuration {\n        fileName\n        content\n        expiresAt\n      }\n    }\n  }\n": typeof types.CreateWorkerDocument,
    "\n  mutation RenewConfiguration($id: ID!) {\n    renewConfiguration(workerId: $id) {\n      fileName\n      content\n      expiresAt\n    }\n  }\n": typeof types.RenewConfigurationDocument,
    "\n  mutation RenameWorker($id: ID!, $name: String!) {\n    renameWorker(id: $id, name: $name) {\n      id\n      name\n      updatedAt\n    }\n  }\n": typeof types.RenameWorkerDocument,
    "\n  mutation SetWorkerIntent($id: ID!, $intent: Intent!) {\n    setWorkerIntent(id: $id, intent: $intent) {\n      id\n      updatedAt\n      status {\n        connectivity\n        health\n        intent\n        work\n        shown\n        reason\n        since\n        hottestGpuCelsius\n      }\n    }\n  }\n": typeof types.SetWorkerIntentDocument,
    "\n  mutation SetWorkerLocation($id: ID!, $location: LocationInput) {\n    setWorkerLocation(id: $id, location: $location) {\n      id\n      updatedAt\n      location {\n        place\n        country\n        statedAt\n      }\n    }\n  }\n": typeof types.SetWorkerLocationDocument,
    "\n  mutation DeleteWorker($id: ID!) {\n    deleteWorker(id: $id)\n  }\n": typeof types.DeleteWorkerDocument,
};
const documents: Documents = {
    "\n  query WorkerStatistics($id: ID!, $days: Int!, $attempts: Int!) {\n    worker(id: $id) {\n      id\n      earnings {\n        total\n        today\n        taskCount\n        days(first: $days) {\n          day\n          amount\n          taskCount\n        }\n      }\n      attempts(first: $attempts) {\n        nodes {\n          ...AttemptRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.WorkerStatisticsDocument,
    "\n  fragment AttemptRow on Attempt {\n    id\n    state\n    progress\n    reasonCode\n    reason\n    reward\n    bid\n    milliUnits\n    checked\n    agreementDb\n    startedAt\n    endedAt\n    seconds\n    slot\n    task {\n      ...TaskNow\n    }\n  }\n": types.AttemptRowFragmentDoc,
    "\n  query WorkerAttempts($id: ID!, $state: [AttemptState!], $first: Int!, $after: String) {\n    worker(id: $id) {\n      id\n      attempts(state: $state, first: $first, after: $after) {\n        nodes {\n          ...AttemptRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n": types.WorkerAttemptsDocument,
    "\n  fragment JobLive on Job {\n    id\n    name\n    kind\n    state\n    reasonCode\n    reason\n    factor\n    progress\n    expectedAt\n    lacks\n    taskCount\n    verifiedTaskCount\n    milliUnits\n    maxCost\n    createdAt\n    updatedAt\n    finishedAt\n    result {\n      width\n    }\n    previewUrl\n    render {\n      frameStart\n      frameEnd\n      frameStep\n      frameCount\n      verifiedFrameCount\n      width\n      height\n      samples\n      format\n      sceneBytes\n      sceneVersion\n      archive {\n        sizeBytes\n        url\n      }\n    }\n    charge {\n      reserved\n      rewards\n      fees\n      released\n    }\n  }\n": types.JobLiveFragmentDoc,
    "\n  fragment JobRow on Job {\n    ...JobLive\n    input {\n      width\n      height\n      sizeBytes\n      url\n      previewUrl\n    }\n    result {\n      width\n      height\n      sizeBytes\n      url\n      previewUrl\n    }\n  }\n": types.JobRowFragmentDoc,
    "\n  fragment BalanceNow on Creator {\n    id\n    balance {\n      available\n      reserved\n    }\n  }\n": types.BalanceNowFragmentDoc,
    "\n  query Jobs($state: [JobState!], $search: String, $first: Int!, $after: String) {\n    jobs(state: $state, search: $search, first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...JobRow\n      }\n    }\n  }\n": types.JobsDocument,
    "\n  query Purse($postings: Int!) {\n    viewer {\n      id\n      creator {\n        ...BalanceNow\n        postings(first: $postings) {\n          nodes {\n            id\n            kind\n            amount\n            jobId\n            reference\n            postedAt\n          }\n        }\n      }\n    }\n    prices {\n      upscaleMilliUnitsPerMegapixel\n      renderMilliUnitsPerMegasample\n      renderMilliUnitsPerFrame\n      defaultBid\n      feeBasisPoints\n      assumed\n    }\n    checker {\n      online\n      waitingTasks\n      kinds\n    }\n  }\n": types.PurseDocument,
    "\n  query JobWhole($id: ID!) {\n    job(id: $id) {\n      ...JobRow\n      tasks {\n        ...TaskRow\n      }\n    }\n    checker {\n      online\n      waitingTasks\n      kinds\n    }\n  }\n": types.JobWholeDocument,
    "\n  fragment TaskRow on Task {\n    id\n    kind\n    index\n    state\n    progress\n    expectedAt\n    milliUnits\n    updatedAt\n    band {\n      top\n      height\n    }\n    frames {\n      start\n      end\n      step\n      count\n    }\n    attempts {\n      id\n      state\n      workerAlias\n      check\n      reward\n      reason\n      startedAt\n      endedAt\n    }\n  }\n": types.TaskRowFragmentDoc,
    "\n  query EstimateUpscale($width: Int!, $height: Int!, $bid: MicroUsd) {\n    estimateUpscale(width: $width, height: $height, bid: $bid) {\n      milliUnits\n      taskCount\n      reward\n      fee\n      maxCost\n      method\n      assumed\n    }\n  }\n": types.EstimateUpscaleDocument,
    "\n  mutation CreateUpload($sizeBytes: Int!, $contentType: String!) {\n    createUpload(input: { sizeBytes: $sizeBytes, contentType: $contentType }) {\n      assetId\n      url\n      expiresAt\n    }\n  }\n": types.CreateUploadDocument,
    "\n  mutation SubmitJob($key: String!, $name: String!, $assetId: ID!, $render: RenderInput, $bid: MicroUsd) {\n    submitJob(input: { key: $key, name: $name, assetId: $assetId, factor: 2, render: $render, bid: $bid }) {\n      ...JobRow\n    }\n  }\n": types.SubmitJobDocument,
    "\n  mutation CancelJob($id: ID!) {\n    cancelJob(id: $id) {\n      ...JobRow\n    }\n  }\n": types.CancelJobDocument,
    "\n  subscription JobChanged {\n    jobChanged {\n      job {\n        ...JobLive\n      }\n    }\n  }\n": types.JobChangedDocument,
    "\n  subscription JobWholeChanged($id: ID!) {\n    jobChanged(jobId: $id) {\n      job {\n        ...JobLive\n        tasks {\n          ...TaskRow\n        }\n      }\n    }\n  }\n": types.JobWholeChangedDocument,
    "\n  subscription BalanceChanged {\n    balanceChanged {\n      creator {\n        ...BalanceNow\n      }\n    }\n  }\n": types.BalanceChangedDocument,
    "\n  fragment Asked on Market {\n    asOf\n    onlineWorkers\n    averageBid\n    thin\n    bids {\n      p10\n      p25\n      p50\n      p75\n      p90\n    }\n  }\n": types.AskedFragmentDoc,
    "\n  query MarketNow {\n    market {\n      ...Asked\n    }\n  }\n": types.MarketNowDocument,
    "\n  query WorkerTerms($id: ID!, $bid: MicroUsd) {\n    worker(id: $id) {\n      id\n      bid\n      customBid\n      benchScore\n      hourlyEstimate(bid: $bid) {\n        low\n        expected\n        high\n        reason\n        bid\n        method\n        thin\n        asOf\n      }\n    }\n    prices {\n      defaultBid\n    }\n    market {\n      ...Asked\n    }\n  }\n": types.WorkerTermsDocument,
    "\n  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {\n    setWorkerBid(id: $id, bid: $bid) {\n      id\n      bid\n      customBid\n      updatedAt\n    }\n  }\n": types.SetWorkerBidDocument,
    "\n  query Wallet {\n    viewer {\n      id\n      email\n      walletAddress\n    }\n  }\n": types.WalletDocument,
    "\n  mutation SetWalletAddress($address: String) {\n    setWalletAddress(address: $address) {\n      id\n      walletAddress\n    }\n  }\n": types.SetWalletAddressDocument,
    "\n  fragment ReadingNow on Reading {\n    at\n    gpus {\n      index\n      uuid\n      state\n      utilizationPercent\n      memoryUsedMiB\n      memoryTotalMiB\n      temperatureCelsius\n      memoryTemperatureCelsius\n      powerWatts\n      powerLimitWatts\n      fanPercent\n      smClockMhz\n      memoryClockMhz\n      pcieGeneration\n      pcieGenerationMax\n      pcieWidth\n      pcieWidthMax\n      eccCorrected\n      eccUncorrected\n      retiredPages\n      remappedRows\n      repairPending\n      throttleReasons\n      xids {\n        code\n        at\n      }\n    }\n    host {\n      cpuPercent\n      memoryUsedMiB\n      memoryTotalMiB\n      diskUsedMiB\n      diskTotalMiB\n      networkInBytesPerSecond\n      networkOutBytesPerSecond\n      uptimeSeconds\n    }\n  }\n": types.ReadingNowFragmentDoc,
    "\n  query WorkerReadings($id: ID!, $from: DateTime!, $most: Int!) {\n    worker(id: $id) {\n      id\n      readings(from: $from, most: $most) {\n        ...ReadingNow\n      }\n    }\n  }\n": types.WorkerReadingsDocument,
    "\n  query EstimateRender($input: RenderInput!, $bid: MicroUsd) {\n    estimateRender(input: $input, bid: $bid) {\n      milliUnits\n      taskCount\n      reward\n      fee\n      maxCost\n      method\n      assumed\n    }\n  }\n": types.EstimateRenderDocument,
    "\n  query JobFrames($id: ID!, $first: Int!, $after: Int) {\n    job(id: $id) {\n      id\n      render {\n        frames(first: $first, after: $after) {\n          ...FrameNow\n        }\n      }\n    }\n  }\n": types.JobFramesDocument,
    "\n  fragment FrameNow on Frame {\n    number\n    state\n    progress\n    expectedAt\n    previewUrl\n    file {\n      url\n      sizeBytes\n    }\n  }\n": types.FrameNowFragmentDoc,
    "\n  query Viewer {\n    viewer {\n      id\n      email\n      roles\n    }\n  }\n": types.ViewerDocument,
    "\n  mutation SignUp($email: String!, $password: String!) {\n    signUp(input: { email: $email, password: $password }) {\n      sessionToken\n      expiresAt\n    }\n  }\n": types.SignUpDocument,
    "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(input: { email: $email, password: $password }) {\n      sessionToken\n      expiresAt\n    }\n  }\n": types.SignInDocument,
    "\n  mutation SignOut {\n    signOut\n  }\n": types.SignOutDocument,
    "\n  subscription WorkerChanged($ids: [ID!]) {\n    workerChanged(workerIds: $ids) {\n      workerId\n      deleted\n      worker {\n        ...WorkerRow\n      }\n    }\n  }\n": types.WorkerChangedDocument,
    "\n  subscription ReadingRecorded($ids: [ID!]) {\n    readingRecorded(workerIds: $ids) {\n      worker {\n        id\n        lastHeardAt\n        uptime\n      }\n      reading {\n        ...ReadingNow\n      }\n    }\n  }\n": types.ReadingRecordedDocument,
    "\n  subscription AttemptChanged($workerId: ID) {\n    attemptChanged(workerId: $workerId) {\n      attempt {\n        ...AttemptRow\n        worker {\n          id\n          currentTasks {\n            ...TaskNow\n          }\n        }\n      }\n    }\n  }\n": types.AttemptChangedDocument,
    "\n  subscription EarnedNow($workerId: ID) {\n    earned(workerId: $workerId) {\n      reward {\n        id\n        amount\n        postedAt\n      }\n      worker {\n        id\n        earnings {\n          total\n          today\n          taskCount\n        }\n        provider {\n          id\n          earnings {\n            total\n            today\n            taskCount\n          }\n        }\n      }\n    }\n  }\n": types.EarnedNowDocument,
    "\n  fragment WorkerRow on Worker {\n    id\n    name\n    createdAt\n    updatedAt\n    enrolledAt\n    lastHeardAt\n    uptime\n    status {\n      connectivity\n      health\n      intent\n      work\n      shown\n      reason\n      since\n      hottestGpuCelsius\n    }\n    hardware {\n      gpus {\n        index\n        uuid\n        name\n        memoryMiB\n        driver\n        compute\n        takesTasks\n      }\n      cpu\n      cpuCores\n      memoryMiB\n      os\n      kernel\n      agentVersion\n      timeZone\n    }\n    slots {\n      index\n      gpu {\n        takesTasks\n      }\n    }\n    earnings {\n      total\n      today\n      taskCount\n    }\n    currentTasks {\n      ...TaskNow\n    }\n  }\n": types.WorkerRowFragmentDoc,
    "\n  fragment TaskNow on Task {\n    id\n    jobId\n    kind\n    index\n    state\n    progress\n    expectedAt\n    milliUnits\n    band {\n      top\n      height\n    }\n    frames {\n      start\n      end\n      step\n      count\n    }\n  }\n": types.TaskNowFragmentDoc,
    "\n  query Workers(\n    $status: [ShownStatus!]\n    $search: String\n    $sort: WorkerSort!\n    $order: SortOrder!\n    $first: Int!\n    $after: String\n  ) {\n    workers(status: $status, search: $search, sort: $sort, order: $order, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...WorkerRow\n        }\n      }\n    }\n  }\n": types.WorkersDocument,
    "\n  query FleetNow {\n    fleet {\n      total\n      counts {\n        status\n        count\n      }\n    }\n    viewer {\n      id\n      provider {\n        id\n        earnings {\n          total\n          today\n          taskCount\n        }\n      }\n    }\n  }\n": types.FleetNowDocument,
    "\n  query WorkerHead($id: ID!) {\n    worker(id: $id) {\n      ...WorkerRow\n      bid\n      benchScore\n      benchmark {\n        score\n        assumed\n        takenAt\n        agentVersion\n        slots {\n          slot\n          score\n          driver\n          results {\n            kind\n            perSecond\n            score\n            engine\n            model\n            device\n          }\n        }\n      }\n      connection {\n        downloadMbps\n        uploadMbps\n        latencyMs\n        measuredAt\n      }\n      compliance {\n        passed\n        checks {\n          code\n          passed\n          finding\n          advice\n          checkedAt\n        }\n      }\n      location {\n        place\n        country\n        statedAt\n      }\n      computeSeconds\n      clockSkewMs\n      trust {\n        validInARow\n        verified\n        refused\n        failed\n        checkChance\n      }\n    }\n  }\n": types.WorkerHeadDocument,
    "\n  mutation CreateWorker($name: String!, $key: String!) {\n    createWorker(input: { name: $name, key: $key }) {\n      worker {\n        ...WorkerRow\n      }\n      configuration {\n        fileName\n        content\n        expiresAt\n      }\n    }\n  }\n": types.CreateWorkerDocument,
    "\n  mutation RenewConfiguration($id: ID!) {\n    renewConfiguration(workerId: $id) {\n      fileName\n      content\n      expiresAt\n    }\n  }\n": types.RenewConfigurationDocument,
    "\n  mutation RenameWorker($id: ID!, $name: String!) {\n    renameWorker(id: $id, name: $name) {\n      id\n      name\n      updatedAt\n    }\n  }\n": types.RenameWorkerDocument,
    "\n  mutation SetWorkerIntent($id: ID!, $intent: Intent!) {\n    setWorkerIntent(id: $id, intent: $intent) {\n      id\n      updatedAt\n      status {\n        connectivity\n        health\n        intent\n        work\n        shown\n        reason\n        since\n        hottestGpuCelsius\n      }\n    }\n  }\n": types.SetWorkerIntentDocument,
    "\n  mutation SetWorkerLocation($id: ID!, $location: LocationInput) {\n    setWorkerLocation(id: $id, location: $location) {\n      id\n      updatedAt\n      location {\n        place\n        country\n        statedAt\n      }\n    }\n  }\n": types.SetWorkerLocationDocument,
    "\n  mutation DeleteWorker($id: ID!) {\n    deleteWorker(id: $id)\n  }\n": types.DeleteWorkerDocument,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkerStatistics($id: ID!, $days: Int!, $attempts: Int!) {\n    worker(id: $id) {\n      id\n      earnings {\n        total\n        today\n        taskCount\n        days(first: $days) {\n          day\n          amount\n          taskCount\n        }\n      }\n      attempts(first: $attempts) {\n        nodes {\n          ...AttemptRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WorkerStatistics($id: ID!, $days: Int!, $attempts: Int!) {\n    worker(id: $id) {\n      id\n      earnings {\n        total\n        today\n        taskCount\n        days(first: $days) {\n          day\n          amount\n          taskCount\n        }\n      }\n      attempts(first: $attempts) {\n        nodes {\n          ...AttemptRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment AttemptRow on Attempt {\n    id\n    state\n    progress\n    reasonCode\n    reason\n    reward\n    bid\n    milliUnits\n    checked\n    agreementDb\n    startedAt\n    endedAt\n    seconds\n    slot\n    task {\n      ...TaskNow\n    }\n  }\n"): (typeof documents)["\n  fragment AttemptRow on Attempt {\n    id\n    state\n    progress\n    reasonCode\n    reason\n    reward\n    bid\n    milliUnits\n    checked\n    agreementDb\n    startedAt\n    endedAt\n    seconds\n    slot\n    task {\n      ...TaskNow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkerAttempts($id: ID!, $state: [AttemptState!], $first: Int!, $after: String) {\n    worker(id: $id) {\n      id\n      attempts(state: $state, first: $first, after: $after) {\n        nodes {\n          ...AttemptRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query WorkerAttempts($id: ID!, $state: [AttemptState!], $first: Int!, $after: String) {\n    worker(id: $id) {\n      id\n      attempts(state: $state, first: $first, after: $after) {\n        nodes {\n          ...AttemptRow\n        }\n        pageInfo {\n          hasNextPage\n          endCursor\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment JobLive on Job {\n    id\n    name\n    kind\n    state\n    reasonCode\n    reason\n    factor\n    progress\n    expectedAt\n    lacks\n    taskCount\n    verifiedTaskCount\n    milliUnits\n    maxCost\n    createdAt\n    updatedAt\n    finishedAt\n    result {\n      width\n    }\n    previewUrl\n    render {\n      frameStart\n      frameEnd\n      frameStep\n      frameCount\n      verifiedFrameCount\n      width\n      height\n      samples\n      format\n      sceneBytes\n      sceneVersion\n      archive {\n        sizeBytes\n        url\n      }\n    }\n    charge {\n      reserved\n      rewards\n      fees\n      released\n    }\n  }\n"): (typeof documents)["\n  fragment JobLive on Job {\n    id\n    name\n    kind\n    state\n    reasonCode\n    reason\n    factor\n    progress\n    expectedAt\n    lacks\n    taskCount\n    verifiedTaskCount\n    milliUnits\n    maxCost\n    createdAt\n    updatedAt\n    finishedAt\n    result {\n      width\n    }\n    previewUrl\n    render {\n      frameStart\n      frameEnd\n      frameStep\n      frameCount\n      verifiedFrameCount\n      width\n      height\n      samples\n      format\n      sceneBytes\n      sceneVersion\n      archive {\n        sizeBytes\n        url\n      }\n    }\n    charge {\n      reserved\n      rewards\n      fees\n      released\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment JobRow on Job {\n    ...JobLive\n    input {\n      width\n      height\n      sizeBytes\n      url\n      previewUrl\n    }\n    result {\n      width\n      height\n      sizeBytes\n      url\n      previewUrl\n    }\n  }\n"): (typeof documents)["\n  fragment JobRow on Job {\n    ...JobLive\n    input {\n      width\n      height\n      sizeBytes\n      url\n      previewUrl\n    }\n    result {\n      width\n      height\n      sizeBytes\n      url\n      previewUrl\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BalanceNow on Creator {\n    id\n    balance {\n      available\n      reserved\n    }\n  }\n"): (typeof documents)["\n  fragment BalanceNow on Creator {\n    id\n    balance {\n      available\n      reserved\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Jobs($state: [JobState!], $search: String, $first: Int!, $after: String) {\n    jobs(state: $state, search: $search, first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...JobRow\n      }\n    }\n  }\n"): (typeof documents)["\n  query Jobs($state: [JobState!], $search: String, $first: Int!, $after: String) {\n    jobs(state: $state, search: $search, first: $first, after: $after) {\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      nodes {\n        ...JobRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Purse($postings: Int!) {\n    viewer {\n      id\n      creator {\n        ...BalanceNow\n        postings(first: $postings) {\n          nodes {\n            id\n            kind\n            amount\n            jobId\n            reference\n            postedAt\n          }\n        }\n      }\n    }\n    prices {\n      upscaleMilliUnitsPerMegapixel\n      renderMilliUnitsPerMegasample\n      renderMilliUnitsPerFrame\n      defaultBid\n      feeBasisPoints\n      assumed\n    }\n    checker {\n      online\n      waitingTasks\n      kinds\n    }\n  }\n"): (typeof documents)["\n  query Purse($postings: Int!) {\n    viewer {\n      id\n      creator {\n        ...BalanceNow\n        postings(first: $postings) {\n          nodes {\n            id\n            kind\n            amount\n            jobId\n            reference\n            postedAt\n          }\n        }\n      }\n    }\n    prices {\n      upscaleMilliUnitsPerMegapixel\n      renderMilliUnitsPerMegasample\n      renderMilliUnitsPerFrame\n      defaultBid\n      feeBasisPoints\n      assumed\n    }\n    checker {\n      online\n      waitingTasks\n      kinds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobWhole($id: ID!) {\n    job(id: $id) {\n      ...JobRow\n      tasks {\n        ...TaskRow\n      }\n    }\n    checker {\n      online\n      waitingTasks\n      kinds\n    }\n  }\n"): (typeof documents)["\n  query JobWhole($id: ID!) {\n    job(id: $id) {\n      ...JobRow\n      tasks {\n        ...TaskRow\n      }\n    }\n    checker {\n      online\n      waitingTasks\n      kinds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskRow on Task {\n    id\n    kind\n    index\n    state\n    progress\n    expectedAt\n    milliUnits\n    updatedAt\n    band {\n      top\n      height\n    }\n    frames {\n      start\n      end\n      step\n      count\n    }\n    attempts {\n      id\n      state\n      workerAlias\n      check\n      reward\n      reason\n      startedAt\n      endedAt\n    }\n  }\n"): (typeof documents)["\n  fragment TaskRow on Task {\n    id\n    kind\n    index\n    state\n    progress\n    expectedAt\n    milliUnits\n    updatedAt\n    band {\n      top\n      height\n    }\n    frames {\n      start\n      end\n      step\n      count\n    }\n    attempts {\n      id\n      state\n      workerAlias\n      check\n      reward\n      reason\n      startedAt\n      endedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EstimateUpscale($width: Int!, $height: Int!, $bid: MicroUsd) {\n    estimateUpscale(width: $width, height: $height, bid: $bid) {\n      milliUnits\n      taskCount\n      reward\n      fee\n      maxCost\n      method\n      assumed\n    }\n  }\n"): (typeof documents)["\n  query EstimateUpscale($width: Int!, $height: Int!, $bid: MicroUsd) {\n    estimateUpscale(width: $width, height: $height, bid: $bid) {\n      milliUnits\n      taskCount\n      reward\n      fee\n      maxCost\n      method\n      assumed\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateUpload($sizeBytes: Int!, $contentType: String!) {\n    createUpload(input: { sizeBytes: $sizeBytes, contentType: $contentType }) {\n      assetId\n      url\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation CreateUpload($sizeBytes: Int!, $contentType: String!) {\n    createUpload(input: { sizeBytes: $sizeBytes, contentType: $contentType }) {\n      assetId\n      url\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitJob($key: String!, $name: String!, $assetId: ID!, $render: RenderInput, $bid: MicroUsd) {\n    submitJob(input: { key: $key, name: $name, assetId: $assetId, factor: 2, render: $render, bid: $bid }) {\n      ...JobRow\n    }\n  }\n"): (typeof documents)["\n  mutation SubmitJob($key: String!, $name: String!, $assetId: ID!, $render: RenderInput, $bid: MicroUsd) {\n    submitJob(input: { key: $key, name: $name, assetId: $assetId, factor: 2, render: $render, bid: $bid }) {\n      ...JobRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelJob($id: ID!) {\n    cancelJob(id: $id) {\n      ...JobRow\n    }\n  }\n"): (typeof documents)["\n  mutation CancelJob($id: ID!) {\n    cancelJob(id: $id) {\n      ...JobRow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription JobChanged {\n    jobChanged {\n      job {\n        ...JobLive\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription JobChanged {\n    jobChanged {\n      job {\n        ...JobLive\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription JobWholeChanged($id: ID!) {\n    jobChanged(jobId: $id) {\n      job {\n        ...JobLive\n        tasks {\n          ...TaskRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription JobWholeChanged($id: ID!) {\n    jobChanged(jobId: $id) {\n      job {\n        ...JobLive\n        tasks {\n          ...TaskRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription BalanceChanged {\n    balanceChanged {\n      creator {\n        ...BalanceNow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription BalanceChanged {\n    balanceChanged {\n      creator {\n        ...BalanceNow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment Asked on Market {\n    asOf\n    onlineWorkers\n    averageBid\n    thin\n    bids {\n      p10\n      p25\n      p50\n      p75\n      p90\n    }\n  }\n"): (typeof documents)["\n  fragment Asked on Market {\n    asOf\n    onlineWorkers\n    averageBid\n    thin\n    bids {\n      p10\n      p25\n      p50\n      p75\n      p90\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query MarketNow {\n    market {\n      ...Asked\n    }\n  }\n"): (typeof documents)["\n  query MarketNow {\n    market {\n      ...Asked\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkerTerms($id: ID!, $bid: MicroUsd) {\n    worker(id: $id) {\n      id\n      bid\n      customBid\n      benchScore\n      hourlyEstimate(bid: $bid) {\n        low\n        expected\n        high\n        reason\n        bid\n        method\n        thin\n        asOf\n      }\n    }\n    prices {\n      defaultBid\n    }\n    market {\n      ...Asked\n    }\n  }\n"): (typeof documents)["\n  query WorkerTerms($id: ID!, $bid: MicroUsd) {\n    worker(id: $id) {\n      id\n      bid\n      customBid\n      benchScore\n      hourlyEstimate(bid: $bid) {\n        low\n        expected\n        high\n        reason\n        bid\n        method\n        thin\n        asOf\n      }\n    }\n    prices {\n      defaultBid\n    }\n    market {\n      ...Asked\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {\n    setWorkerBid(id: $id, bid: $bid) {\n      id\n      bid\n      customBid\n      updatedAt\n    }\n  }\n"): (typeof documents)["\n  mutation SetWorkerBid($id: ID!, $bid: MicroUsd) {\n    setWorkerBid(id: $id, bid: $bid) {\n      id\n      bid\n      customBid\n      updatedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Wallet {\n    viewer {\n      id\n      email\n      walletAddress\n    }\n  }\n"): (typeof documents)["\n  query Wallet {\n    viewer {\n      id\n      email\n      walletAddress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetWalletAddress($address: String) {\n    setWalletAddress(address: $address) {\n      id\n      walletAddress\n    }\n  }\n"): (typeof documents)["\n  mutation SetWalletAddress($address: String) {\n    setWalletAddress(address: $address) {\n      id\n      walletAddress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReadingNow on Reading {\n    at\n    gpus {\n      index\n      uuid\n      state\n      utilizationPercent\n      memoryUsedMiB\n      memoryTotalMiB\n      temperatureCelsius\n      memoryTemperatureCelsius\n      powerWatts\n      powerLimitWatts\n      fanPercent\n      smClockMhz\n      memoryClockMhz\n      pcieGeneration\n      pcieGenerationMax\n      pcieWidth\n      pcieWidthMax\n      eccCorrected\n      eccUncorrected\n      retiredPages\n      remappedRows\n      repairPending\n      throttleReasons\n      xids {\n        code\n        at\n      }\n    }\n    host {\n      cpuPercent\n      memoryUsedMiB\n      memoryTotalMiB\n      diskUsedMiB\n      diskTotalMiB\n      networkInBytesPerSecond\n      networkOutBytesPerSecond\n      uptimeSeconds\n    }\n  }\n"): (typeof documents)["\n  fragment ReadingNow on Reading {\n    at\n    gpus {\n      index\n      uuid\n      state\n      utilizationPercent\n      memoryUsedMiB\n      memoryTotalMiB\n      temperatureCelsius\n      memoryTemperatureCelsius\n      powerWatts\n      powerLimitWatts\n      fanPercent\n      smClockMhz\n      memoryClockMhz\n      pcieGeneration\n      pcieGenerationMax\n      pcieWidth\n      pcieWidthMax\n      eccCorrected\n      eccUncorrected\n      retiredPages\n      remappedRows\n      repairPending\n      throttleReasons\n      xids {\n        code\n        at\n      }\n    }\n    host {\n      cpuPercent\n      memoryUsedMiB\n      memoryTotalMiB\n      diskUsedMiB\n      diskTotalMiB\n      networkInBytesPerSecond\n      networkOutBytesPerSecond\n      uptimeSeconds\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkerReadings($id: ID!, $from: DateTime!, $most: Int!) {\n    worker(id: $id) {\n      id\n      readings(from: $from, most: $most) {\n        ...ReadingNow\n      }\n    }\n  }\n"): (typeof documents)["\n  query WorkerReadings($id: ID!, $from: DateTime!, $most: Int!) {\n    worker(id: $id) {\n      id\n      readings(from: $from, most: $most) {\n        ...ReadingNow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EstimateRender($input: RenderInput!, $bid: MicroUsd) {\n    estimateRender(input: $input, bid: $bid) {\n      milliUnits\n      taskCount\n      reward\n      fee\n      maxCost\n      method\n      assumed\n    }\n  }\n"): (typeof documents)["\n  query EstimateRender($input: RenderInput!, $bid: MicroUsd) {\n    estimateRender(input: $input, bid: $bid) {\n      milliUnits\n      taskCount\n      reward\n      fee\n      maxCost\n      method\n      assumed\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query JobFrames($id: ID!, $first: Int!, $after: Int) {\n    job(id: $id) {\n      id\n      render {\n        frames(first: $first, after: $after) {\n          ...FrameNow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query JobFrames($id: ID!, $first: Int!, $after: Int) {\n    job(id: $id) {\n      id\n      render {\n        frames(first: $first, after: $after) {\n          ...FrameNow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FrameNow on Frame {\n    number\n    state\n    progress\n    expectedAt\n    previewUrl\n    file {\n      url\n      sizeBytes\n    }\n  }\n"): (typeof documents)["\n  fragment FrameNow on Frame {\n    number\n    state\n    progress\n    expectedAt\n    previewUrl\n    file {\n      url\n      sizeBytes\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Viewer {\n    viewer {\n      id\n      email\n      roles\n    }\n  }\n"): (typeof documents)["\n  query Viewer {\n    viewer {\n      id\n      email\n      roles\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignUp($email: String!, $password: String!) {\n    signUp(input: { email: $email, password: $password }) {\n      sessionToken\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation SignUp($email: String!, $password: String!) {\n    signUp(input: { email: $email, password: $password }) {\n      sessionToken\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(input: { email: $email, password: $password }) {\n      sessionToken\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation SignIn($email: String!, $password: String!) {\n    signIn(input: { email: $email, password: $password }) {\n      sessionToken\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SignOut {\n    signOut\n  }\n"): (typeof documents)["\n  mutation SignOut {\n    signOut\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WorkerChanged($ids: [ID!]) {\n    workerChanged(workerIds: $ids) {\n      workerId\n      deleted\n      worker {\n        ...WorkerRow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription WorkerChanged($ids: [ID!]) {\n    workerChanged(workerIds: $ids) {\n      workerId\n      deleted\n      worker {\n        ...WorkerRow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription ReadingRecorded($ids: [ID!]) {\n    readingRecorded(workerIds: $ids) {\n      worker {\n        id\n        lastHeardAt\n        uptime\n      }\n      reading {\n        ...ReadingNow\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription ReadingRecorded($ids: [ID!]) {\n    readingRecorded(workerIds: $ids) {\n      worker {\n        id\n        lastHeardAt\n        uptime\n      }\n      reading {\n        ...ReadingNow\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription AttemptChanged($workerId: ID) {\n    attemptChanged(workerId: $workerId) {\n      attempt {\n        ...AttemptRow\n        worker {\n          id\n          currentTasks {\n            ...TaskNow\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription AttemptChanged($workerId: ID) {\n    attemptChanged(workerId: $workerId) {\n      attempt {\n        ...AttemptRow\n        worker {\n          id\n          currentTasks {\n            ...TaskNow\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription EarnedNow($workerId: ID) {\n    earned(workerId: $workerId) {\n      reward {\n        id\n        amount\n        postedAt\n      }\n      worker {\n        id\n        earnings {\n          total\n          today\n          taskCount\n        }\n        provider {\n          id\n          earnings {\n            total\n            today\n            taskCount\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  subscription EarnedNow($workerId: ID) {\n    earned(workerId: $workerId) {\n      reward {\n        id\n        amount\n        postedAt\n      }\n      worker {\n        id\n        earnings {\n          total\n          today\n          taskCount\n        }\n        provider {\n          id\n          earnings {\n            total\n            today\n            taskCount\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment WorkerRow on Worker {\n    id\n    name\n    createdAt\n    updatedAt\n    enrolledAt\n    lastHeardAt\n    uptime\n    status {\n      connectivity\n      health\n      intent\n      work\n      shown\n      reason\n      since\n      hottestGpuCelsius\n    }\n    hardware {\n      gpus {\n        index\n        uuid\n        name\n        memoryMiB\n        driver\n        compute\n        takesTasks\n      }\n      cpu\n      cpuCores\n      memoryMiB\n      os\n      kernel\n      agentVersion\n      timeZone\n    }\n    slots {\n      index\n      gpu {\n        takesTasks\n      }\n    }\n    earnings {\n      total\n      today\n      taskCount\n    }\n    currentTasks {\n      ...TaskNow\n    }\n  }\n"): (typeof documents)["\n  fragment WorkerRow on Worker {\n    id\n    name\n    createdAt\n    updatedAt\n    enrolledAt\n    lastHeardAt\n    uptime\n    status {\n      connectivity\n      health\n      intent\n      work\n      shown\n      reason\n      since\n      hottestGpuCelsius\n    }\n    hardware {\n      gpus {\n        index\n        uuid\n        name\n        memoryMiB\n        driver\n        compute\n        takesTasks\n      }\n      cpu\n      cpuCores\n      memoryMiB\n      os\n      kernel\n      agentVersion\n      timeZone\n    }\n    slots {\n      index\n      gpu {\n        takesTasks\n      }\n    }\n    earnings {\n      total\n      today\n      taskCount\n    }\n    currentTasks {\n      ...TaskNow\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TaskNow on Task {\n    id\n    jobId\n    kind\n    index\n    state\n    progress\n    expectedAt\n    milliUnits\n    band {\n      top\n      height\n    }\n    frames {\n      start\n      end\n      step\n      count\n    }\n  }\n"): (typeof documents)["\n  fragment TaskNow on Task {\n    id\n    jobId\n    kind\n    index\n    state\n    progress\n    expectedAt\n    milliUnits\n    band {\n      top\n      height\n    }\n    frames {\n      start\n      end\n      step\n      count\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query Workers(\n    $status: [ShownStatus!]\n    $search: String\n    $sort: WorkerSort!\n    $order: SortOrder!\n    $first: Int!\n    $after: String\n  ) {\n    workers(status: $status, search: $search, sort: $sort, order: $order, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...WorkerRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query Workers(\n    $status: [ShownStatus!]\n    $search: String\n    $sort: WorkerSort!\n    $order: SortOrder!\n    $first: Int!\n    $after: String\n  ) {\n    workers(status: $status, search: $search, sort: $sort, order: $order, first: $first, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        cursor\n        node {\n          ...WorkerRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query FleetNow {\n    fleet {\n      total\n      counts {\n        status\n        count\n      }\n    }\n    viewer {\n      id\n      provider {\n        id\n        earnings {\n          total\n          today\n          taskCount\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query FleetNow {\n    fleet {\n      total\n      counts {\n        status\n        count\n      }\n    }\n    viewer {\n      id\n      provider {\n        id\n        earnings {\n          total\n          today\n          taskCount\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WorkerHead($id: ID!) {\n    worker(id: $id) {\n      ...WorkerRow\n      bid\n      benchScore\n      benchmark {\n        score\n        assumed\n        takenAt\n        agentVersion\n        slots {\n          slot\n          score\n          driver\n          results {\n            kind\n            perSecond\n            score\n            engine\n            model\n            device\n          }\n        }\n      }\n      connection {\n        downloadMbps\n        uploadMbps\n        latencyMs\n        measuredAt\n      }\n      compliance {\n        passed\n        checks {\n          code\n          passed\n          finding\n          advice\n          checkedAt\n        }\n      }\n      location {\n        place\n        country\n        statedAt\n      }\n      computeSeconds\n      clockSkewMs\n      trust {\n        validInARow\n        verified\n        refused\n        failed\n        checkChance\n      }\n    }\n  }\n"): (typeof documents)["\n  query WorkerHead($id: ID!) {\n    worker(id: $id) {\n      ...WorkerRow\n      bid\n      benchScore\n      benchmark {\n        score\n        assumed\n        takenAt\n        agentVersion\n        slots {\n          slot\n          score\n          driver\n          results {\n            kind\n            perSecond\n            score\n            engine\n            model\n            device\n          }\n        }\n      }\n      connection {\n        downloadMbps\n        uploadMbps\n        latencyMs\n        measuredAt\n      }\n      compliance {\n        passed\n        checks {\n          code\n          passed\n          finding\n          advice\n          checkedAt\n        }\n      }\n      location {\n        place\n        country\n        statedAt\n      }\n      computeSeconds\n      clockSkewMs\n      trust {\n        validInARow\n        verified\n        refused\n        failed\n        checkChance\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CreateWorker($name: String!, $key: String!) {\n    createWorker(input: { name: $name, key: $key }) {\n      worker {\n        ...WorkerRow\n      }\n      configuration {\n        fileName\n        content\n        expiresAt\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation CreateWorker($name: String!, $key: String!) {\n    createWorker(input: { name: $name, key: $key }) {\n      worker {\n        ...WorkerRow\n      }\n      configuration {\n        fileName\n        content\n        expiresAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenewConfiguration($id: ID!) {\n    renewConfiguration(workerId: $id) {\n      fileName\n      content\n      expiresAt\n    }\n  }\n"): (typeof documents)["\n  mutation RenewConfiguration($id: ID!) {\n    renewConfiguration(workerId: $id) {\n      fileName\n      content\n      expiresAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation RenameWorker($id: ID!, $name: String!) {\n    renameWorker(id: $id, name: $name) {\n      id\n      name\n      updatedAt\n    }\n  }\n"): (typeof documents)["\n  mutation RenameWorker($id: ID!, $name: String!) {\n    renameWorker(id: $id, name: $name) {\n      id\n      name\n      updatedAt\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetWorkerIntent($id: ID!, $intent: Intent!) {\n    setWorkerIntent(id: $id, intent: $intent) {\n      id\n      updatedAt\n      status {\n        connectivity\n        health\n        intent\n        work\n        shown\n        reason\n        since\n        hottestGpuCelsius\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetWorkerIntent($id: ID!, $intent: Intent!) {\n    setWorkerIntent(id: $id, intent: $intent) {\n      id\n      updatedAt\n      status {\n        connectivity\n        health\n        intent\n        work\n        shown\n        reason\n        since\n        hottestGpuCelsius\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SetWorkerLocation($id: ID!, $location: LocationInput) {\n    setWorkerLocation(id: $id, location: $location) {\n      id\n      updatedAt\n      location {\n        place\n        country\n        statedAt\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SetWorkerLocation($id: ID!, $location: LocationInput) {\n    setWorkerLocation(id: $id, location: $location) {\n      id\n      updatedAt\n      location {\n        place\n        country\n        statedAt\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DeleteWorker($id: ID!) {\n    deleteWorker(id: $id)\n  }\n"): (typeof documents)["\n  mutation DeleteWorker($id: ID!) {\n    deleteWorker(id: $id)\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;